using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Principals;

/// <summary>Lists users, groups and placeholder users together.</summary>
public sealed class PrincipalService(ResourceReader reader, ResourceRegistry registry, PrincipalResource resource)
{
    private static readonly PrincipalKind[] Kinds = [PrincipalKind.User, PrincipalKind.Group, PrincipalKind.PlaceholderUser];

    /// <summary>Those whom the viewer may see. Locked users are among them only where the status is asked for.</summary>
    public async Task<Page<PrincipalDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var rows = reader.Visible(resource).Where(p => Kinds.Contains(p.Kind));
        if (query.Filters?.Any(clause => resource.FindFilter(clause.Name)?.Name == "status") != true)
            rows = rows.Where(p => p.Kind != PrincipalKind.User || ((User)p).Status != UserStatus.Locked);
        var page = await reader.ListAsync(resource, query, rows, cancellationToken);
        return query.Select is null ? page with { Elements = await ElementsAsync(page.Items, cancellationToken) } : page;
    }

    // Each as its own kind tells it; one statement a kind.
    private async Task<IReadOnlyList<IHalDocument>> ElementsAsync(IReadOnlyList<PrincipalDto> items, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<long, IHalDocument>();
        foreach (var kind in items.GroupBy(resource.PathOf))
        {
            var found = await registry.AtPath(kind.Key)!.LoadAsync(reader, [.. kind.Select(p => p.Id)], cancellationToken);
            foreach (var (id, document) in found)
                documents[id] = document;
        }

        // One may be gone since the page was read; what was read of it is left.
        return [.. items.Select(p => documents.GetValueOrDefault(p.Id) ?? new Document<PrincipalDto>(p, reader.Access))];
    }
}
