using OpenProject.Application.Permissions;
using OpenProject.Application.ProjectStatuses;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>
/// Projects, programs and portfolios (<c>/api/v3/projects</c> and its siblings, contract components <c>ProjectModel</c>,
/// <c>ProgramModel</c> and <c>PortfolioModel</c>): one kind of row, told apart by type and path.
/// </summary>
public sealed partial class ProjectResource : Resource<Project, ProjectDto>, IResourceKind
{
    private const string Workspace = "/api/v3/workspaces/{id}";

    /// <summary>Declares the resource.</summary>
    public ProjectResource()
        : base(Kind, Location, p => p.Id, p => p.Name)
    {
        TitledBy(p => p.Name);
        InProject(p => p.Id, p => p.Id);
        DeclareAttributes();
        DeclareRelated();
        DeclareActions();
        DeclareFilters();
        DeclareOrders();
    }

    /// <inheritdoc/>
    public static ResourcePath Location => WorkspacePaths.Projects;

    /// <inheritdoc/>
    public static string Kind => "Project";

    /// <inheritdoc/>
    public override IReadOnlyList<ResourcePath> Paths => WorkspacePaths.All;

    /// <inheritdoc/>
    public override string TypeOf(ProjectDto dto) => dto.Kind.ToString();

    /// <inheritdoc/>
    public override ResourcePath PathOf(ProjectDto dto) => WorkspacePaths.Of(dto.Kind);

    /// <inheritdoc/>
    public override IQueryable<Project> VisibleTo(IQueryable<Project> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var projects = access.VisibleProjects();
        return rows.Where(p => projects.Contains(p.Id));
    }

    private void DeclareAttributes()
    {
        Property("id", p => p.Id).Named("ID").Required();
        Property("identifier", p => p.Identifier).Required().Length(1, ProjectIdentifier.Limit);
        Property("name", p => p.Name).Required().Length(1, Project.NameLimit);
        Property("active", p => p.Active).Required().Defaulted();
        Property("public", p => p.Public).Required();
        Property("favorited", p => p.Favorited).NotInSchema();
        Property("description", p => new Formattable(p.Description, p.DescriptionHtml));
        Property("statusExplanation", p => new Formattable(p.StatusExplanation, p.StatusExplanationHtml));
        Property("createdAt", p => p.CreatedAt).Named("Created on").Required();
        Property("updatedAt", p => p.UpdatedAt).Named("Updated on").Required();
        Link("status", ProjectStatusResource.Kind, [ProjectStatusResource.Location], p => ProjectStatusResource.Link(p.StatusCode));
        Link("parent", "Workspace", WorkspacePaths.All, ProjectFamily.ParentOf).Named("Subproject of");
        Links("ancestors", "[]Workspace", WorkspacePaths.All, p => p.Ancestors).NotInSchema();
    }

    private void DeclareRelated()
    {
        Related("categories", Workspace + "/categories");
        Related("workPackages", Workspace + "/work_packages").Needs(Permission.ViewWorkPackages);
        Related("types", Workspace + "/types").Needs(Permission.ViewWorkPackages, Permission.ManageTypes);
        Related("versions", Workspace + "/versions").Needs(Permission.ViewWorkPackages, Permission.ManageVersions);
    }

    private void DeclareActions()
    {
        Action("createWorkPackage", "post", Workspace + "/work_packages/form").Needs(Permission.AddWorkPackages);
        Action("createWorkPackageImmediately", "post", Workspace + "/work_packages").Needs(Permission.AddWorkPackages);
        Action("favor", "post", Workspace + "/favorite").When((p, access) => !p.Favorited && !access.Viewer.IsAnonymous);
        Action("disfavor", "delete", Workspace + "/favorite").When((p, _) => p.Favorited);
    }
}
