using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Tells what grids show; one statement for all.</summary>
public sealed class GridWidgetEnricher(IReadStore store) : IEnricher<GridDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<GridDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var widgets = (await store.ListAsync(store.Rows<Grid>().Where(g => ids.Contains(g.Id)).Select(g => new { g.Id, g.Widgets }), cancellationToken))
            .ToDictionary(g => g.Id, g => g.Widgets);
        foreach (var row in rows)
            row.Widgets = new GridWidgets(widgets.GetValueOrDefault(row.Id) ?? []);
    }
}
