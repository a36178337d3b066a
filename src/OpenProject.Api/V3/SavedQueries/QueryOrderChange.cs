namespace OpenProject.Api.V3.SavedQueries;

/// <summary>A change of an order by hand.</summary>
/// <param name="Delta">The new places by the work packages' ids; a place below zero takes it away.</param>
public sealed record QueryOrderChange(IReadOnlyDictionary<long, int>? Delta);
