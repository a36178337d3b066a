namespace OpenProject.Application.Identity;

/// <summary>The OpenID Connect providers of the installation, those alone that are available, by name.</summary>
/// <param name="All">All of them.</param>
public sealed record IdentityProviders(IReadOnlyList<IdentityProvider> All);
