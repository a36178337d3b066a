using System.Linq.Expressions;
using OpenProject.Application.Activities;
using OpenProject.Application.Common;
using OpenProject.Application.HelpTexts;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Attachments;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Attachments;

/// <summary>Attachments (<c>/api/v3/attachments</c>, contract component <c>AttachmentModel</c>).</summary>
public sealed class AttachmentResource : Resource<Attachment, AttachmentDto>, IResourceKind
{
    internal static readonly ResourcePath[] Containers =
        [WorkPackageResource.Location, ActivityResource.Location, .. ContentRights.All.Select(r => r.Path), HelpTextResource.Location];

    private static readonly string[] States = ["uploaded", "prepared", "scanned", "quarantined", "rescan"];

    /// <summary>Declares the resource.</summary>
    public AttachmentResource()
        : base(Kind, Location, a => a.Id, a => a.FileName)
    {
        Unpaginated();
        TitledBy(a => a.FileName);
        NotFoundMessage = "The specified attachment does not exist.";
        InProject(a => a.ProjectId, a => a.WorkPackage?.ProjectId ?? a.Content?.ProjectId);
        Property("id", a => a.Id);
        Property("fileName", a => a.FileName).Required();
        Property("fileSize", a => a.FileByteSize);
        Property("description", a => new Formattable(a.Description, PlainText.ToHtml(a.Description), Formattable.Plain)).PlainText();
        Property("status", a => Codes.Of(a.FileState)).Required().OneOf(States);
        Property("contentType", a => a.FileContentType).Required();
        Property("digest", DigestOf);
        Property("createdAt", a => a.CreatedAt);
        Link("container", "Object", Containers, ContainerOf).Embedded();
        Link("author", "User", [PrincipalPaths.Users], a => PrincipalPaths.Link(a.AuthorId, a.AuthorName, a.AuthorKind)).Embedded();
        Related("downloadLocation", Location.Value + "/{id}/content");
        Related("staticDownloadLocation", Location.Value + "/{id}/content");
        Action("delete", "delete", Location.Value + "/{id}").When(AttachmentRights.MayDelete);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/attachments");

    /// <inheritdoc/>
    public static string Kind => "Attachment";

    /// <inheritdoc/>
    public override IQueryable<Attachment> VisibleTo(IQueryable<Attachment> rows, Access access)
    {
        var (me, isKnown) = (access.Viewer.UserId, !access.Viewer.IsAnonymous);
        var confidential = access.ProjectsWith(Permission.ViewInternalComments);
        Expression<Func<Attachment, bool>> isClaimed = a => a.WorkPackageId != null;
        Expression<Func<Attachment, bool>> isTold = a => a.ActivityId == null || !a.Activity!.Internal || confidential.Contains(a.WorkPackage!.ProjectId);
        Expression<Func<Attachment, bool>> isOwn = a => isKnown && a.AuthorId == me;
        var hangsOnVisible = isClaimed.And(access.Within<Attachment>(a => a.WorkPackage!.ProjectId, Permission.ViewWorkPackages)).And(isTold);
        Expression<Func<Attachment, bool>> isHelp = a => a.HelpTextId != null;
        return rows.Where(Attachment.IsUploaded).Where(ContentRights.All.Select(rights => Within(rights, access))
            .Aggregate(hangsOnVisible.Or(Attachment.IsUnclaimed.And(isOwn)).Or(isHelp), (seen, more) => seen.Or(more)));
    }

    private static Expression<Func<Attachment, bool>> Within(ContentRights rights, Access access)
    {
        var kind = rights.Kind;
        Expression<Func<Attachment, bool>> isOfKind = a => a.ContentId != null && a.Content!.Kind == kind;
        return isOfKind.And(access.Within<Attachment>(a => a.Content!.ProjectId, rights.View));
    }

    private static TextMap DigestOf(AttachmentDto attachment) =>
        new(new Dictionary<string, string?>(StringComparer.Ordinal) { ["algorithm"] = "md5", ["hash"] = attachment.FileMd5 });

    private static Reference? ContainerOf(AttachmentDto attachment) => attachment switch
    {
        { ActivityId: { } activityId } => new Reference(ActivityResource.Location, activityId, null),
        { WorkPackageId: { } workPackageId } => new Reference(WorkPackageResource.Location, workPackageId, attachment.WorkPackageSubject),
        { ContentId: { } contentId, ContentKind: { } kind } => new Reference(ContentRights.Of(kind).Path, contentId, attachment.ContentTitle),
        { HelpTextId: { } helpTextId } => new Reference(HelpTextResource.Location, helpTextId, null),
        _ => null,
    };
}
