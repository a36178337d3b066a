using System.Text;
using ModelContextProtocol.Protocol;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Reads files for models: text into the result, images beside it. What is large, or of another kind, is told of by its link.</summary>
internal static class AttachmentReading
{
    /// <summary>Which file.</summary>
    public static readonly Argument<long> Id = Arguments.Id("id", "The attachment.").Required();

    private const int MostText = 256 * 1024;
    private const int MostImage = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly HashSet<string> Images = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    /// <summary>The file as the caller may see it.</summary>
    public static async Task<ToolResult> RunAsync(ToolCall call)
    {
        var attachments = call.Get<AttachmentService>();
        var document = await attachments.FindAsync(call.Of(Id), call.Cancelled) with { Embedded = null };
        var (type, size) = (document.Dto.FileContentType, document.Dto.FileByteSize);
        var isText = size <= MostText && (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml");
        var isImage = size <= MostImage && Images.Contains(type);
        var bytes = isText || isImage ? await BytesAsync(attachments, call) : null;
        var text = isText && bytes is not null ? Decoded(bytes) : null;
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            if (text is not null)
                json.WriteString("text", text);
            scope.WriteSelected(json, document, scope.Writers.Single.For<AttachmentDto>().SelectableNames);
            json.WriteEndObject();
        })
        {
            Beside = isImage && bytes is not null ? [ImageContentBlock.FromBytes(bytes, type)] : [],
        };
    }

    // Null where the bytes lie elsewhere: nothing is fetched.
    private static async Task<byte[]?> BytesAsync(AttachmentService attachments, ToolCall call)
    {
        var content = await attachments.OpenAsync(call.Of(Id), AttachmentFile.ServedAs, call.Cancelled);
        if (content.Bytes is not { } stream)
            return null;
        await using (stream)
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all, call.Cancelled);
            return all.ToArray();
        }
    }

    private static string? Decoded(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Text of another encoding, or none: its link is told.
            return null;
        }
    }
}
