using OpenProject.Application.Resources;
using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Attachments;

/// <summary>What a file is attached to.</summary>
/// <param name="Attach">Hangs it there.</param>
/// <param name="Container">A link to it; null for nothing yet.</param>
internal sealed record UploadTarget(Action<Attachment> Attach, Reference? Container);
