namespace OpenProject.Application.Attachments;

/// <summary>An attachment with its bytes.</summary>
/// <param name="Attachment">The attachment.</param>
/// <param name="Bytes">The bytes, as a stream that seeks and that the caller disposes; null where they are fetched elsewhere.</param>
/// <param name="Elsewhere">Where they are fetched, for some minutes; null where the server has them.</param>
public sealed record AttachmentContent(AttachmentDto Attachment, Stream? Bytes, Uri? Elsewhere);
