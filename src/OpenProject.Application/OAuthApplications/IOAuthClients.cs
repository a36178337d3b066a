using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.OAuthApplications;

/// <summary>
/// What the authorization server has to know of applications. All members belong into the transaction that changes the
/// application itself.
/// </summary>
public interface IOAuthClients
{
    /// <summary>Tells it of a stored application as it now is: what it may do, where it may be sent back to.</summary>
    /// <param name="application">The application, stored.</param>
    /// <param name="secret">A new secret, of which a slow hash is kept; null leaves it as it is. One without secret has none kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task KeepAsync(OAuthApplication application, string? secret, CancellationToken cancellationToken);

    /// <summary>Makes every code, token and consent of the application worthless.</summary>
    Task RevokeAsync(long applicationId, CancellationToken cancellationToken);

    /// <summary>Removes every code and token of an application that is about to be removed.</summary>
    Task RemoveTokensAsync(long applicationId, CancellationToken cancellationToken);
}
