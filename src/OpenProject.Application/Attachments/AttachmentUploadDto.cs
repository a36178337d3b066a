using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Attachments;

/// <summary>An attachment whose bytes a client is to bring to where they are kept.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="FileSize">How many bytes it has to be.</param>
/// <param name="ContentType">The media type, as the server found.</param>
/// <param name="Container">What it hangs on; null for nothing yet.</param>
/// <param name="Upload">The form that brings the bytes.</param>
public sealed record AttachmentUploadDto(long Id, string FileName, long FileSize, string ContentType, Reference? Container, DirectUpload Upload) : ICodedDto
{
    /// <inheritdoc/>
    public string Code => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string Name => FileName;
}
