using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>Versions (<c>/api/v3/versions</c>, contract component <c>VersionReadModel</c>).</summary>
public sealed class VersionResource : Resource<ProjectVersion, VersionDto>, IResourceKind
{
    /// <summary>Where the schema is.</summary>
    public const string SchemaHref = "/api/v3/versions/schema";

    /// <summary>Declares the resource.</summary>
    public VersionResource()
        : base(Kind, Location, v => v.Id, v => v.Name)
    {
        TitledBy(v => v.Name);
        InProject(v => v.ProjectId, v => v.ProjectId);
        Property("id", v => v.Id);
        Property("name", v => v.Name).Required().Length(1, ProjectVersion.NameLimit);
        Property("description", v => new Formattable(v.Description, v.DescriptionHtml, Formattable.Plain)).PlainText();
        Property("startDate", v => v.StartDate);
        Property("endDate", v => v.EndDate);
        Property("status", v => Codes.Of(v.Status)).Defaulted();
        Property("sharing", v => Codes.Of(v.Sharing)).Defaulted();
        Property("createdAt", v => v.CreatedAt);
        Property("updatedAt", v => v.UpdatedAt);
        Link("definingProject", "Project", WorkspacePaths.All, v => WorkspacePaths.Link(v.ProjectId, v.ProjectName, v.ProjectKind)).Embedded()
            .ShownWhen((v, access) => access.Viewer.IsAdmin || access.In(v.ProjectId).Contains(Permission.ViewProject));
        Related("schema", SchemaHref);
        Related("availableInProjects", Location.Value + "/{id}/workspaces");
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
    public override IQueryable<ProjectVersion> VisibleTo(IQueryable<ProjectVersion> rows, Access access) =>
        rows.AvailableIn(access.ProjectsWith(Permission.ViewWorkPackages).Union(access.ProjectsWith(Permission.ManageVersions)), access.Store);
}
