using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>Versions (<c>/api/v3/versions</c>, contract component <c>VersionReadModel</c>).</summary>
public sealed class VersionResource : Resource<ProjectVersion, VersionDto>, IResourceKind
{
    /// <summary>Where the schema is.</summary>
    public const string SchemaHref = "/api/v3/versions/schema";

    /// <summary>Where the projects are that a version can be defined in.</summary>
    public const string AvailableProjects = "/api/v3/versions/available_projects";

    /// <summary>Declares the resource.</summary>
    public VersionResource(VersionTargets targets)
        : base(Kind, Location, v => v.Id, v => v.Name)
    {
        TitledBy(v => v.Name);
        InProject(v => v.ProjectId, v => v.ProjectId);
        Property("id", v => v.Id);
        Property("name", v => v.Name).Required().Length(1, ProjectVersion.NameLimit).Write((v, value) => v.Rename(value));
        Property("description", v => new Formattable(v.Description, v.DescriptionHtml, Formattable.Plain)).PlainText()
            .Write((v, value) => v.Describe(value.Raw, value.Html));
        Property("startDate", v => v.StartDate).Write((v, value) => v.StartOn(value));
        Property("endDate", v => v.EndDate).Named("Finish date").Write((v, value) => v.EndOn(value));
        Property("status", v => Codes.Of(v.Status)).OneOf(Codes.All<VersionStatus>()).Defaulted()
            .Write((v, value) => v.MoveTo(Codes.Read<VersionStatus>(value, "status")));
        Property("sharing", v => Codes.Of(v.Sharing)).OneOf(Codes.All<VersionSharing>()).Defaulted()
            .Write((v, value) => v.Share(Codes.Read<VersionSharing>(value, "sharing")));
        Property("createdAt", v => v.CreatedAt);
        Property("updatedAt", v => v.UpdatedAt);
        Link("definingProject", "Project", WorkspacePaths.All, v => WorkspacePaths.Link(v.ProjectId, v.ProjectName, v.ProjectKind)).Named("Project")
            .Required().Embedded()
            .WriteTarget(DefineIn).WritableWhen(draft => draft.IsNew).AllowedAre(targets.Projects)
            .ShownWhen((v, access) => access.Viewer.IsAdmin || access.In(v.ProjectId).Contains(Permission.ViewProject));
        Related("schema", SchemaHref);
        Related("availableInProjects", Location.Value + "/{id}/workspaces");
        Action("update", "post", Location.Value + "/{id}/form").Needs(Permission.ManageVersions);
        Action("updateImmediately", "patch", Location.Value + "/{id}").Needs(Permission.ManageVersions);
        Action("delete", "delete", Location.Value + "/{id}").Needs(Permission.ManageVersions);
        Filter(new CodeFilter<ProjectVersion>("sharing", Enum.GetValues<VersionSharing>().ToDictionary(Codes.Of, s => (int)s), v => (int?)v.Sharing));
        Filter(new TextFilter<ProjectVersion>("name", TextKind.String, v => v.Name));
        Sort("name", v => v.SortName).Then(v => v.Name);
        OrderedBy("name");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/versions");

    /// <inheritdoc/>
    public static string Kind => "Version";

    /// <inheritdoc/>
    public override IQueryable<ProjectVersion> VisibleTo(IQueryable<ProjectVersion> rows, Access access) => SeenBy(rows, access);

    /// <summary>Those that are available where the viewer may see work packages or manage versions.</summary>
    public static IQueryable<ProjectVersion> SeenBy(IQueryable<ProjectVersion> rows, Access access) =>
        rows.AvailableIn(access.ProjectsWith(Permission.ViewWorkPackages).Union(access.ProjectsWith(Permission.ManageVersions)), access.Store);

    /// <summary>Links to those of these that the viewer sees; one statement.</summary>
    public static async Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(Access access, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        List<long> wanted = [.. ids];
        var found = await access.Store.ListAsync(
            SeenBy(access.Store.Rows<ProjectVersion>(), access).Where(v => wanted.Contains(v.Id)).Select(v => new { v.Id, v.Name }), cancellationToken);
        return found.ToDictionary(v => v.Id, v => new Reference(Location, v.Id, v.Name));
    }

    // Afterwards it is refused as not writable, which says more than the rule of the aggregate.
    private static void DefineIn(ProjectVersion version, LinkTarget? project, Draft<ProjectVersion, VersionDto> draft)
    {
        if (draft.IsNew)
            version.DefineIn(project?.Id ?? 0);
    }
}
