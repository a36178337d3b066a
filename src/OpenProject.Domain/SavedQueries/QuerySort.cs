namespace OpenProject.Domain.SavedQueries;

/// <summary>One stored step of an order.</summary>
/// <param name="Column">The sort key's name in the API.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record QuerySort(string Column, bool Descending);
