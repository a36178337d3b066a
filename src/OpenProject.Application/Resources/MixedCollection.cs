namespace OpenProject.Application.Resources;

/// <summary>An unpaginated collection whose elements are of several kinds, or are themselves no rows.</summary>
/// <param name="SelfHref">The collection's own href.</param>
/// <param name="Documents">The elements.</param>
public sealed record MixedCollection(string SelfHref, IReadOnlyList<IHalDocument> Documents) : IHalDocument
{
    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}
