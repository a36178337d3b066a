using OpenProject.Application.Attachments;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>A file that came whole, inside of a call.</summary>
/// <param name="fileName">What it is called.</param>
/// <param name="description">What is in it, plain text; null when not said.</param>
/// <param name="bytes">The bytes.</param>
internal sealed class GivenUpload(string fileName, string? description, byte[] bytes) : IUpload
{
    /// <inheritdoc/>
    public async Task<UploadMetadata?> ReadAsync(Func<Stream, string?, CancellationToken, Task> receive, CancellationToken cancellationToken)
    {
        await using var content = new MemoryStream(bytes, writable: false);
        await receive(content, null, cancellationToken);
        return new UploadMetadata(fileName, description);
    }
}
