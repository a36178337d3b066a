using OpenProject.Application.Resources;

namespace OpenProject.Application.SavedQueries;

/// <summary>Something that work packages can be sorted by, with a direction.</summary>
/// <param name="Column">What they are sorted by.</param>
/// <param name="ColumnName">Its label.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record QuerySortByDto(string Column, string ColumnName, bool Descending) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;

    /// <inheritdoc/>
    public string Code => CodeOf(Column, Descending);

    /// <inheritdoc/>
    public string Name => $"{ColumnName} ({DirectionName})";

    /// <summary>The word in codes and URNs.</summary>
    public string Direction => Descending ? "desc" : "asc";

    /// <summary>The label of the direction.</summary>
    public string DirectionName => Descending ? "Descending" : "Ascending";

    /// <summary>The code of a sort key with a direction.</summary>
    public static string CodeOf(string column, bool descending) => column + (descending ? "-desc" : "-asc");
}
