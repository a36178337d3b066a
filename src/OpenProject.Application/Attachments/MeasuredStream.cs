using System.Security.Cryptography;
using OpenProject.Application.Common;

namespace OpenProject.Application.Attachments;

/// <summary>Reads a stream once, forward, and counts and digests what passes. A source that breaks off leaves as malformed, one that is too long as invalid.</summary>
internal sealed class MeasuredStream(Stream source, long maxBytes) : Stream
{
#pragma warning disable CA5351 // API v3 tells MD5 digests; they find transmission errors, nothing trusts them.
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351

    /// <summary>The number of bytes read.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The digest of what was read, in hexadecimal.</summary>
    public string Md5() => Convert.ToHexStringLower(digest.GetCurrentHash());

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await ReadSourceAsync(buffer, cancellationToken);
        Count += read;
        if (Count > maxBytes)
            throw FileIntakeService.TooLarge(maxBytes);
        digest.AppendData(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            digest.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadSourceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new ProblemException(new Problem.Malformed("The file is not complete."));
        }
    }
}
