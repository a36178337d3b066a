using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Categories;

/// <summary>Reads categories.</summary>
public sealed class CategoryService(ResourceReader reader, CategoryResource resource, WorkspaceService workspaces)
{
    /// <summary>The categories of a visible workspace, by name.</summary>
    public async Task<Page<CategoryDto>> ListInAsync(string workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(c => c.ProjectId == id), cancellationToken);
    }

    /// <summary>One category.</summary>
    public Task<Document<CategoryDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);
}
