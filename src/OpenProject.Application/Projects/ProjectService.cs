using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Lists and reads projects, programs and portfolios.</summary>
public sealed class ProjectService(ResourceReader reader, ProjectResource resource)
{
    /// <summary>The visible ones, of one kind or of all.</summary>
    public Task<Page<ProjectDto>> ListAsync(CollectionQuery query, ProjectKind? kind, CancellationToken cancellationToken)
    {
        var rows = reader.Visible(resource);
        return reader.ListAsync(resource, query, kind is { } only ? rows.Where(p => p.Kind == only) : rows, cancellationToken);
    }

    /// <summary>One of them.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="kind">Of which kind it must be; null for any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Document<ProjectDto>> FindAsync(string key, ProjectKind? kind, CancellationToken cancellationToken) =>
        reader.FindAsync(resource, ProjectResource.Named(key, kind), cancellationToken);
}
