using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>An attribute that is all widgets of a grid. Two are equal when they hold the same in the same order.</summary>
/// <param name="Items">The widgets.</param>
public sealed record GridWidgets(IReadOnlyList<GridWidget> Items)
{
    /// <summary>No widgets.</summary>
    public static GridWidgets None { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(GridWidgets? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
