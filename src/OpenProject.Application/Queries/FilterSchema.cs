using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>What a condition with one filter looks like, by operator.</summary>
/// <param name="Self">Where the schema is.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Operators">The operators, with the values that each takes.</param>
public sealed record FilterSchema(Reference Self, Reference Filter, IReadOnlyList<FilterSchemaOperator> Operators) : IHalDocument
{
    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}
