using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Sprints;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Sprints;

/// <summary>Sprints (<c>/api/v3/sprints</c>, contract component <c>SprintModel</c>).</summary>
public sealed class SprintResource : Resource<Sprint, SprintDto>, IResourceKind
{
    private const string StatusUrn = "urn:openproject-org:api:v3:sprints:status:";

    /// <summary>Declares the resource.</summary>
    public SprintResource()
        : base(Kind, Location, s => s.Id, s => s.Name)
    {
        TitledBy(s => s.Name);
        InProject(s => s.ProjectId, s => s.ProjectId);
        VisibleInProject(s => s.ProjectId, Permission.ViewSprints);
        Property("id", s => s.Id).Required();
        Property("name", s => s.Name).Required();
        Property("description", s => new Formattable(s.Description, s.DescriptionHtml));
        Property("startDate", s => s.StartDate).Required();
        Property("finishDate", s => s.FinishDate).Required();
        Property("createdAt", s => s.CreatedAt).Required();
        Property("updatedAt", s => s.UpdatedAt).Required();
        Link("definingWorkspace", "Workspace", WorkspacePaths.All, s => WorkspacePaths.Link(s.ProjectId, s.ProjectName, s.ProjectKind)).Required();
        Link("status", "SprintStatus", [new ResourcePath(StatusUrn)], s => Reference.At(StatusUrn + Codes.Of(s.Status), TitleOfStatus(s.Status)));
        Filter(new ListFilter<Sprint>("definingWorkspace", ListKind.Required, s => s.ProjectId));
        Sort("start_date", s => s.StartDate);
        OrderedBy("start_date");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/sprints");

    /// <inheritdoc/>
    public static string Kind => "Sprint";

    private static string TitleOfStatus(SprintStatus status) => status switch
    {
        SprintStatus.Active => "Active",
        SprintStatus.Completed => "Completed",
        _ => "In planning",
    };
}
