using OpenProject.Application.Resources;

namespace OpenProject.Application.Attachments;

/// <summary>Uploads that clients bring to where files are kept themselves (prose of the contract, <c>_type</c> <c>AttachmentUpload</c>); told once, and no address of their own.</summary>
public sealed class AttachmentUploadResource : CodedResource<AttachmentUploadDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public AttachmentUploadResource()
        : base(Kind, Location)
    {
        Property("id", u => u.Id);
        Property("fileName", u => u.FileName);
        Property("fileSize", u => u.FileSize);
        Property("contentType", u => u.ContentType);
        Property("status", _ => "prepared");
        Link("container", "Object", AttachmentResource.Containers, u => u.Container);
        Action("addAttachment", "post", "{address}", ("address", u => u.Upload.Address.AbsoluteUri)).Filling(u => u.Upload.Fields);
        Related("completeUpload", AttachmentResource.Location.Value + "/{id}/uploaded");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new(AttachmentResource.Location.Value + "/prepare");

    /// <inheritdoc/>
    public static string Kind => "AttachmentUpload";

    /// <inheritdoc/>
    public override IReadOnlyCollection<AttachmentUploadDto> All => [];

    /// <inheritdoc/>
    public override AttachmentUploadDto? Find(string code) => null;

    /// <inheritdoc/>
    public override Reference SelfOf(AttachmentUploadDto dto) => new(AttachmentResource.Location, dto.Id, dto.FileName);
}
