namespace OpenProject.Application.Resources;

/// <summary>Allowed resources as forms list them.</summary>
/// <param name="Links">A link to each.</param>
/// <param name="Documents">The body of each, in the same order.</param>
public sealed record Elements(IReadOnlyList<Reference> Links, IReadOnlyList<IHalDocument> Documents);
