using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>What an operator of a filter takes.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="ValueType">The schema's type name of the values; null when it takes none.</param>
/// <param name="AreLinks">Whether the values are links.</param>
/// <param name="AllowedHref">The collection of possible values; null when none is known.</param>
public sealed record FilterSchemaOperator(Reference Operator, string? ValueType, bool AreLinks, string? AllowedHref);
