using OpenIddict.EntityFrameworkCore.Models;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// What a person let an application do: for good (type <c>permanent</c>, a consent that is remembered), or by one sign-in (type
/// <c>ad-hoc</c>, the chain of a code and the tokens that came of it).
/// </summary>
internal sealed class OAuthAuthorization : OpenIddictEntityFrameworkCoreAuthorization<long, OAuthClient, OAuthToken>;
