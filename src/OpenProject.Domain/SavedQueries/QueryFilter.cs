namespace OpenProject.Domain.SavedQueries;

/// <summary>One stored condition on work packages.</summary>
/// <param name="Name">The filter's name in the API, e.g. <c>dueDate</c>.</param>
/// <param name="Operator">The operator's symbol, e.g. <c>&lt;t+</c>.</param>
/// <param name="Values">The values as text; ids, days, words.</param>
public sealed record QueryFilter(string Name, string Operator, IReadOnlyList<string> Values);
