using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Grids;

/// <summary>A grid, as read.</summary>
public sealed class GridDto : IResourceDto, IDraftedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The page.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The number of rows.</summary>
    public int RowCount { get; init; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; init; }

    /// <summary>What is shown where.</summary>
    public GridWidgets Widgets { get; set; } = GridWidgets.None;

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public void CopyUnmapped(object original) => Widgets = ((GridDto)original).Widgets;
}
