using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>One group of a grouped collection.</summary>
/// <param name="Value">The label; null for the rows without a value.</param>
/// <param name="Count">How many rows it has on all pages.</param>
/// <param name="Link">The resource that the group stands for; null for plain values and for none.</param>
/// <param name="Sums">The sums of the group; null when none are asked for.</param>
public sealed record GroupResult(string? Value, int Count, Reference? Link, IReadOnlyList<SumResult>? Sums);
