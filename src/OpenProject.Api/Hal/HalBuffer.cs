using System.Buffers;
using System.Text.Json;

namespace OpenProject.Api.Hal;

/// <summary>
/// A writer over one pooled array that grows by doubling. Answers are complete before the first byte is sent, so that a
/// failure while writing still becomes an error answer and the length is known.
/// </summary>
public sealed class HalBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Initial = 16 * 1024;

    private byte[] array = ArrayPool<byte>.Shared.Rent(Initial);
    private int written;

    /// <summary>An empty buffer.</summary>
    public HalBuffer() => Json = new Utf8JsonWriter(this, HalJson.WriterOptions);

    /// <summary>Writes into the buffer; flush it before reading <see cref="Written"/>.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => array.AsMemory(0, written);

    /// <inheritdoc/>
    public void Advance(int count) => written += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return array.AsMemory(written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return array.AsSpan(written);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Json.Dispose();
        ArrayPool<byte>.Shared.Return(array);
        array = [];
    }

    private void Reserve(int size)
    {
        if (array.Length - written >= Math.Max(size, 1))
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(array.Length * 2, written + size));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }
}
