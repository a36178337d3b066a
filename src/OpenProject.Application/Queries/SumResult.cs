namespace OpenProject.Application.Queries;

/// <summary>One sum.</summary>
/// <param name="Name">The summed attribute.</param>
/// <param name="Minutes">The sum, in minutes.</param>
public sealed record SumResult(string Name, long? Minutes);
