namespace OpenProject.Application.Queries;

/// <summary>One sum.</summary>
/// <param name="Name">The summed attribute.</param>
/// <param name="Value">The sum; null where there is nothing to sum up.</param>
/// <param name="Unit">What it is of.</param>
public sealed record SumResult(string Name, double? Value, SumUnit Unit = SumUnit.Minutes);
