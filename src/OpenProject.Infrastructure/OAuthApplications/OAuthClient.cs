using OpenIddict.EntityFrameworkCore.Models;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// What OpenIddict knows of an <see cref="Domain.OAuthApplications.OAuthApplication"/>, under the same id. Derived from it
/// by <see cref="OAuthClients"/>, apart from the hash of the secret, which is nowhere else.
/// </summary>
internal sealed class OAuthClient : OpenIddictEntityFrameworkCoreApplication<long, OAuthAuthorization, OAuthToken>;
