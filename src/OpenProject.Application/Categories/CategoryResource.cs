using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Categories;

namespace OpenProject.Application.Categories;

/// <summary>Categories of work packages (<c>/api/v3/categories</c>, contract component <c>CategoryModel</c>).</summary>
public sealed class CategoryResource : Resource<Category, CategoryDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public CategoryResource()
        : base(Kind, Location, c => c.Id, c => c.Name)
    {
        TitledBy(c => c.Name);
        Unpaginated();
        InProject(c => c.ProjectId, c => c.ProjectId);
        Property("id", c => c.Id);
        Property("name", c => c.Name);
        Link("project", "Project", WorkspacePaths.All, c => WorkspacePaths.Link(c.ProjectId, c.ProjectName, c.ProjectKind)).Embedded();
        Link("defaultAssignee", "User", PrincipalPaths.All, c => PrincipalPaths.Link(c.DefaultAssigneeId, c.DefaultAssigneeName, c.DefaultAssigneeKind))
            .Embedded();
        Sort("name", c => c.Name);
        OrderedBy("name");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/categories");

    /// <inheritdoc/>
    public static string Kind => "Category";

    /// <inheritdoc/>
    public override IQueryable<Category> VisibleTo(IQueryable<Category> rows, Access access)
    {
        var projects = access.VisibleProjects();
        return rows.Where(c => projects.Contains(c.ProjectId));
    }
}
