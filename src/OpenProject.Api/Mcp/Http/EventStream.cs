using System.Net.ServerSentEvents;
using System.Text;

namespace OpenProject.Api.Mcp.Http;

/// <summary>
/// Answers in JSON to who asked for no event stream, as OpenProject answers everybody: the last event of the SDK's stream, which
/// is the result.
/// </summary>
internal static class EventStream
{
    private const string MediaType = "text/event-stream";

    /// <summary>Has the answer written, and sends it on.</summary>
    public static async Task UnwrapAsync(HttpContext http, Func<Task> answer)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await answer();
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            await SendAsync(http, body, buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            return;
        }

        var result = await LastAsync(buffer, http.RequestAborted);
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentEncoding = default;
        await SendAsync(http, body, result);
    }

    private static async Task SendAsync(HttpContext http, Stream body, ReadOnlyMemory<byte> result)
    {
        if (result.Length == 0)
            return;
        http.Response.ContentLength = result.Length;
        await body.WriteAsync(result, http.RequestAborted);
    }

    private static async Task<byte[]> LastAsync(MemoryStream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var last = "";
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.Data.Length > 0)
                last = item.Data;
        }

        return Encoding.UTF8.GetBytes(last);
    }
}
