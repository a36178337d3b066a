using System.Text;
using ModelContextProtocol.Protocol;
using OpenProject.Api.V3.Attachments;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Reads files for models: text into the result, images beside it. What is large, or of another kind, is told of by its link.</summary>
internal static class AttachmentReading
{
    /// <summary>Which file.</summary>
    public static readonly Argument<long> Id = Arguments.Id("id", "The attachment.").Required();

    private const int MostText = 256 * 1024;
    private const int MostImage = 1024 * 1024;
    private const int MostContents = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly HashSet<string> Images = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    /// <summary>What a file says, as a resource of the protocol: text where it is some, else its bytes.</summary>
    /// <param name="attachments">The files that the caller may see.</param>
    /// <param name="id">Which.</param>
    /// <param name="uri">The address that was asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">It is not visible, too large, or its bytes lie elsewhere.</exception>
    public static async Task<ResourceContents> ContentsAsync(AttachmentService attachments, long id, string uri, CancellationToken cancellationToken)
    {
        var row = (await attachments.FindAsync(id, cancellationToken)).Dto;
        if (row.FileByteSize > MostContents)
            throw new ProblemException(new Problem.Unprocessable($"The file has more than {MostContents} bytes; the link of its attachment leads to it."));
        var bytes = await BytesAsync(attachments, id, cancellationToken) ?? throw new ProblemException(new Problem.Unprocessable("The bytes of this file lie elsewhere; the link of its attachment leads there."));
        return IsText(row.FileContentType) && Decoded(bytes) is { } text
            ? new TextResourceContents { Uri = uri, MimeType = row.FileContentType, Text = text }
            : BlobResourceContents.FromBytes(bytes, uri, row.FileContentType);
    }

    /// <summary>The file as the caller may see it.</summary>
    public static async Task<ToolResult> RunAsync(ToolCall call)
    {
        var attachments = call.Get<AttachmentService>();
        var document = await attachments.FindAsync(call.Of(Id), call.Cancelled) with { Embedded = null };
        var (type, size) = (document.Dto.FileContentType, document.Dto.FileByteSize);
        var isText = size <= MostText && IsText(type);
        var isImage = size <= MostImage && Images.Contains(type);
        var bytes = isText || isImage ? await BytesAsync(attachments, call.Of(Id), call.Cancelled) : null;
        var text = isText && bytes is not null ? Decoded(bytes) : null;
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            if (text is not null)
                json.WriteString("text", text);
            scope.WriteMembers(json, document);
            json.WriteEndObject();
        })
        {
            Beside = isImage && bytes is not null ? [ImageContentBlock.FromBytes(bytes, type)] : [],
        };
    }

    private static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml";

    // Null where the bytes lie elsewhere: nothing is fetched.
    private static async Task<byte[]?> BytesAsync(AttachmentService attachments, long id, CancellationToken cancellationToken)
    {
        var content = await attachments.OpenAsync(id, AttachmentFile.ServedAs, cancellationToken);
        if (content.Bytes is not { } stream)
            return null;
        await using (stream)
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all, cancellationToken);
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
