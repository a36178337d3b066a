using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>A grid, as read.</summary>
public sealed class GridDto : IResourceDto, IDraftedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The kind of page; 0 for a draft that has none.</summary>
    public GridPage Page { get; init; }

    /// <summary>The project of a board.</summary>
    public long? ProjectId { get; init; }

    /// <summary>The project's identifier.</summary>
    public string? ProjectIdentifier { get; set; }

    /// <summary>What a board is called.</summary>
    public string? Name { get; init; }

    /// <summary>What the client keeps: a JSON object.</summary>
    public string Options { get; init; } = "{}";

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
    public void CopyUnmapped(object original) => (Widgets, ProjectIdentifier) = (((GridDto)original).Widgets, ((GridDto)original).ProjectIdentifier);
}
