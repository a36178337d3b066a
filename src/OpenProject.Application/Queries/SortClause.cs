namespace OpenProject.Application.Queries;

/// <summary>One pair of a request's <c>sortBy</c>.</summary>
public sealed record SortClause(string Name, bool IsDescending);
