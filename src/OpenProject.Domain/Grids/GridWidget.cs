namespace OpenProject.Domain.Grids;

/// <summary>Something that is shown in some cells of a grid.</summary>
/// <param name="Id">Its number in the grid; null while it has none.</param>
/// <param name="Identifier">What it shows, e.g. <c>news</c>.</param>
/// <param name="StartRow">Its first row, from 1.</param>
/// <param name="EndRow">The row behind its last one.</param>
/// <param name="StartColumn">Its first column, from 1.</param>
/// <param name="EndColumn">The column behind its last one.</param>
/// <param name="Options">What the client keeps with it: a JSON object, in which lists of boards name their query.</param>
public sealed record GridWidget(long? Id, string Identifier, int StartRow, int EndRow, int StartColumn, int EndColumn, string Options)
{
    /// <summary>Longest identifier.</summary>
    public const int IdentifierLimit = 100;

    /// <summary>Whether both have a cell.</summary>
    public bool Overlaps(GridWidget other) =>
        StartRow < other.EndRow && other.StartRow < EndRow && StartColumn < other.EndColumn && other.StartColumn < EndColumn;
}
