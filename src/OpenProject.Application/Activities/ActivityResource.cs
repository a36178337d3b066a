using OpenProject.Application.Attachments;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Activities;

/// <summary>Activities (<c>/api/v3/activities</c>, contract component <c>ActivityModel</c>): what was done to work packages and said about them.</summary>
public sealed class ActivityResource : Resource<WorkPackageJournal, ActivityDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ActivityResource()
        : base(Kind, Location, j => j.Id, title: null)
    {
        Unpaginated();
        InProject(a => a.WorkPackageProjectId, j => j.WorkPackage?.ProjectId);
        Property("id", a => a.Id);
        Property("version", a => a.Version);
        Property("comment", a => new Formattable(a.Notes, a.NotesHtml)).Write((j, value, draft) => j.Rewrite(value.Raw, value.Html, draft.Now));
        Property("details", a => a.Details);
        Property("internal", a => a.Internal);
        Property("createdAt", a => a.CreatedAt);
        Property("updatedAt", a => a.UpdatedAt);
        Link("workPackage", WorkPackageResource.Kind, [WorkPackageResource.Location], WorkPackageOf).Embedded();
        Link("user", "User", PrincipalPaths.All, a => PrincipalPaths.Link(a.UserId, a.UserName, a.UserKind));
        Related("attachments", Location.Value + "/{id}/attachments");
        Action("addAttachment", "post", Location.Value + "/{id}/attachments").When(AttachmentRights.MayAttachTo);
        Related("emojiReactions", Location.Value + "/{id}/emoji_reactions");
        Action("update", "patch", Location.Value + "/{id}")
            .When((a, access) => a.Notes is not null && ActivityContract.MayEdit(a, access.Viewer.UserId, access.In(a.WorkPackageProjectId)));
        Sort("version", j => j.Version);
        OrderedBy("version");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/activities");

    /// <inheritdoc/>
    public static string Kind => "Activity";

    /// <inheritdoc/>
    public override string TypeOf(ActivityDto dto) => dto.Notes is null ? Kind : "Activity::Comment";

    /// <inheritdoc/>
    public override IQueryable<WorkPackageJournal> VisibleTo(IQueryable<WorkPackageJournal> rows, Access access)
    {
        var confidential = access.ProjectsWith(Permission.ViewInternalComments);
        return rows.Where(access.Within<WorkPackageJournal>(j => j.WorkPackage.ProjectId, Permission.ViewWorkPackages))
            .Where(j => !j.Internal || confidential.Contains(j.WorkPackage.ProjectId));
    }

    private static Reference? WorkPackageOf(ActivityDto activity) =>
        new Reference(WorkPackageResource.Location, activity.WorkPackageId, activity.WorkPackageSubject);
}
