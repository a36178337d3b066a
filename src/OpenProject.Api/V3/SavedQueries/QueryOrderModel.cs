namespace OpenProject.Api.V3.SavedQueries;

/// <summary>What a change of an order by hand is answered with.</summary>
/// <param name="T">When the query was changed.</param>
public sealed record QueryOrderModel(DateTime T);
