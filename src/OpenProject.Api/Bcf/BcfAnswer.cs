using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>
/// An answer in JSON. It is complete before the first byte is sent, so that a failure still becomes an error answer and the entity
/// tag (RFC 9110 section 8.8.3) is that of the body: in memory, and beyond a megabyte in a temporary file, however many elements
/// there are and however slowly a client takes them.
/// </summary>
public sealed class BcfAnswer : ActionResult
{
    private const int MostInMemory = 1024 * 1024;
    private const int FlushAt = 64 * 1024;

    private readonly Func<Writer, Task> write;
    private readonly int status;
    private readonly int? total;
    private readonly string cacheControl;

    private BcfAnswer(Func<Writer, Task> write, int status, int? total, string cacheControl = "private, no-cache") =>
        (this.write, this.status, this.total, this.cacheControl) = (write, status, total, cacheControl);

    /// <summary>One value.</summary>
    public static BcfAnswer Of(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) => new(Whole(write), status, total: null);

    /// <summary>One value that nobody on the way may keep (RFC 6749 section 5.1 has it so for tokens).</summary>
    public static BcfAnswer Secret(Action<Utf8JsonWriter> write, int status) => new(Whole(write), status, total: null, "no-store");

    /// <summary>A list, whose elements are written as they are read; how many there are with other pages is told in <c>X-Total-Count</c>.</summary>
    public static BcfAnswer Of<T>(BcfList<T> list, Action<Utf8JsonWriter, T> write) => Of(list.Items, list.Total, write);

    /// <summary>A whole list.</summary>
    public static BcfAnswer Of<T>(IReadOnlyCollection<T> list, Action<Utf8JsonWriter, T> write) => Of(list.ToAsyncEnumerable(), list.Count, write);

    /// <inheritdoc/>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, cancellation) = (context.HttpContext, context.HttpContext.RequestAborted);
        await using var body = new FileBufferingWriteStream(MostInMemory);
        using var writer = new Writer(body, cancellation);
        await write(writer);
        var tag = new EntityTagHeaderValue($"\"{await writer.FinishAsync()}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.CacheControl = cacheControl;
        http.Response.Headers.Vary = "Authorization, Cookie";
        if (total is { } count)
            http.Response.Headers["X-Total-Count"] = count.ToString();
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = BcfJson.ContentType;
        http.Response.ContentLength = writer.Length;
        await body.DrainBufferAsync(http.Response.Body, cancellation);
    }

    private static Func<Writer, Task> Whole(Action<Utf8JsonWriter> write) => writer =>
    {
        write(writer.Json);
        return Task.CompletedTask;
    };

    private static BcfAnswer Of<T>(IAsyncEnumerable<T> items, int total, Action<Utf8JsonWriter, T> write) =>
        new(
            async writer =>
            {
                writer.Json.WriteStartArray();
                await foreach (var item in items)
                {
                    write(writer.Json, item);
                    await writer.FlushAsync();
                }

                writer.Json.WriteEndArray();
            },
            StatusCodes.Status200OK,
            total);

    private sealed class Writer : IDisposable
    {
        private readonly ArrayBufferWriter<byte> buffer = new();
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly Stream body;
        private readonly CancellationToken cancellation;

        public Writer(Stream body, CancellationToken cancellation)
        {
            (this.body, this.cancellation) = (body, cancellation);
            Json = new Utf8JsonWriter(buffer, HalJson.WriterOptions);
        }

        public Utf8JsonWriter Json { get; }

        public long Length { get; private set; }

        public Task FlushAsync() => buffer.WrittenCount + Json.BytesPending >= FlushAt ? MoveAsync() : Task.CompletedTask;

        public async Task<string> FinishAsync()
        {
            await MoveAsync();
            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
        }

        public void Dispose()
        {
            Json.Dispose();
            hash.Dispose();
        }

        private async Task MoveAsync()
        {
            Json.Flush();
            hash.AppendData(buffer.WrittenSpan);
            Length += buffer.WrittenCount;
            await body.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }
}
