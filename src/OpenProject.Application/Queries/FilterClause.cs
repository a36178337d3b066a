namespace OpenProject.Application.Queries;

/// <summary>One condition of a request's <c>filters</c>, not checked yet.</summary>
/// <param name="Name">The filter's name as the client spelled it.</param>
/// <param name="Operator">The operator's symbol.</param>
/// <param name="Values">The values as text; empty for none.</param>
public sealed record FilterClause(string Name, string Operator, IReadOnlyList<string> Values);
