using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Fills in what is directly below items: one statement for all.</summary>
public sealed class HierarchyItemChildren(IReadStore store) : IEnricher<HierarchyItemDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<HierarchyItemDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var below = (await store.ListAsync(
            store.Rows<HierarchyItem>().Where(i => i.ParentId != null && ids.Contains(i.ParentId.Value)).OrderBy(i => i.Position)
                .Select(i => new { ParentId = i.ParentId!.Value, i.Id, i.Label }),
            cancellationToken)).ToLookup(i => i.ParentId, i => new Reference(HierarchyItemResource.Location, i.Id, i.Label));
        foreach (var row in rows)
            row.Children = [.. below[row.Id]];
    }
}
