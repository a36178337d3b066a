using OpenProject.Application.Permissions;
using OpenProject.Application.ProjectStatuses;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
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

    // [{"project":{"operator":"=","values":["{id}"]}}]
    private const string OfProject = "?filters=%5B%7B%22project%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22{id}%22%5D%7D%7D%5D";

    // The same by the name that the list has for it.
    private const string OfProjectId = "?filters=%5B%7B%22projectId%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22{id}%22%5D%7D%7D%5D";

    private const string Own = "/api/v3/{kind}/{id}";

    /// <summary>Declares the resource.</summary>
    public ProjectResource(ProjectTargets targets)
        : base(Kind, Location, p => p.Id, p => p.Name)
    {
        TitledBy(p => p.Name);
        InProject(p => p.Id, p => p.Id);
        DeclareAttributes();
        DeclareLinks(targets);
        DeclareRelated();
        DeclareActions();
        DeclareCopies();
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

    private static (string Name, Func<ProjectDto, string> Value) KindHole => ("kind", p => WorkspacePaths.Of(p.Kind).Segment);

    private static bool MayEdit(Draft<Project, ProjectDto> draft) =>
        draft.IsNew || draft.Access.Viewer.IsAdmin || draft.Permissions.Contains(Permission.EditProject);

    private static bool MayArchive(Draft<Project, ProjectDto> draft) =>
        draft.IsNew || draft.Access.Viewer.IsAdmin || (draft.Original.Active && draft.Permissions.Contains(Permission.ArchiveProject));

    private static bool MayEdit(ProjectDto row, Access access) => access.Viewer.IsAdmin || access.In(row.Id).Contains(Permission.EditProject);

    private void DeclareAttributes()
    {
        Property("id", p => p.Id).Named("ID").Required();
        Property("identifier", p => p.Identifier).Required().Length(1, ProjectIdentifier.Limit)
            .Write((p, value) => p.IdentifyAs(value)).WritableWhen(MayEdit);
        Property("name", p => p.Name).Required().Length(1, Project.NameLimit).Write((p, value) => p.Rename(value)).WritableWhen(MayEdit);
        Property("active", p => p.Active).Required().Defaulted().Write((p, value) => p.Activate(value)).WritableWhen(MayArchive);
        Property("public", p => p.Public).Required().Defaulted().Write((p, value) => p.Publish(value)).WritableWhen(MayEdit);
        Property("favorited", p => p.Favorited).NotInSchema();
        Property("description", p => new Formattable(p.Description, p.DescriptionHtml))
            .Write((p, value) => p.Describe(value.Raw, value.Html)).WritableWhen(MayEdit);
        Property("statusExplanation", p => new Formattable(p.StatusExplanation, p.StatusExplanationHtml))
            .Write((p, value) => p.ExplainStatus(value.Raw, value.Html)).WritableWhen(MayEdit);
        Property("createdAt", p => p.CreatedAt).Named("Created on").Required();
        Property("updatedAt", p => p.UpdatedAt).Named("Updated on").Required();
    }

    private void DeclareLinks(ProjectTargets targets)
    {
        Link("status", ProjectStatusResource.Kind, [ProjectStatusResource.Location], p => ProjectStatusResource.Link(p.StatusCode))
            .WriteTarget((p, target, _) => p.ReportStatus(Codes.Parse<ProjectStatusCode>(target?.Key))).WritableWhen(MayEdit).AllowedAre(targets.Statuses);
        Link("parent", "Workspace", WorkspacePaths.All, ProjectFamily.ParentOf).Named("Subproject of")
            .Write((p, id) => p.MoveBelow(id)).WritableWhen(MayEdit).AllowedAre(targets.Parents);
        Links("ancestors", "[]Workspace", WorkspacePaths.All, p => p.Ancestors).NotInSchema();
    }

    private void DeclareRelated()
    {
        Related("schema", "/api/v3/workspaces/schema");
        Related("categories", Workspace + "/categories");
        Related("memberships", "/api/v3/memberships" + OfProject).Needs(Permission.ViewMembers);
        Related("workPackages", Workspace + "/work_packages").Needs(Permission.ViewWorkPackages);
        Related("types", Workspace + "/types").Needs(Permission.ViewWorkPackages, Permission.ManageTypes);
        Related("projectStorages", "/api/v3/project_storages" + OfProjectId).Needs(Permission.ViewFileLinks);
        Related("versions", Workspace + "/versions").Needs(Permission.ViewWorkPackages, Permission.ManageVersions);
    }

    private void DeclareActions()
    {
        Action("update", "post", Own + "/form", KindHole).When(MayEdit);
        Action("updateImmediately", "patch", Own, KindHole).When(MayEdit);
        Action("delete", "delete", Own, KindHole).When((_, access) => access.Viewer.IsAdmin);
        Action("createWorkPackage", "post", Workspace + "/work_packages/form").Needs(Permission.AddWorkPackages);
        Action("createWorkPackageImmediately", "post", Workspace + "/work_packages").Needs(Permission.AddWorkPackages);
        Action("favor", "post", Workspace + "/favorite").When((p, access) => !p.Favorited && !access.Viewer.IsAnonymous);
        Action("disfavor", "delete", Workspace + "/favorite").When((p, _) => p.Favorited);
    }
}
