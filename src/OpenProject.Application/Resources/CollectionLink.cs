namespace OpenProject.Application.Resources;

/// <summary>A link of a collection, beside the ones that paging makes.</summary>
/// <param name="Rel">The relation, e.g. <c>createWorkPackage</c>.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Method">The method in lower case; null for GET.</param>
/// <param name="IsTemplated">Whether the client fills placeholders.</param>
public sealed record CollectionLink(string Rel, string Href, string? Method = null, bool IsTemplated = false);
