using OpenProject.Application.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.OAuthApplications;

/// <summary>Asks people whether an application may act for them, and remembers what they say.</summary>
public sealed class OAuthConsentService(IReadStore store, IOAuthGrants grants)
{
    /// <summary>
    /// What to ask. Only of an application with a secret is a yes remembered: any program on the person's device can come
    /// as one without (RFC 8252 section 8.6).
    /// </summary>
    /// <exception cref="ProblemException">There is no such application.</exception>
    public async Task<OAuthConsent> AskAsync(long userId, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var application = await store.FirstOrDefaultAsync(
            store.Rows<OAuthApplication>().Where(a => a.ClientId == clientId).Select(a => new { a.Id, a.Name, a.Confidential, IsStranger = a.Owner.Kind == PrincipalKind.Anonymous }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        var isGiven = application.Confidential && await grants.IsGivenAsync(userId, application.Id, scopes, cancellationToken);
        return new OAuthConsent(application.Id, application.Name, isGiven, application.IsStranger);
    }

    /// <summary>Remembers a yes.</summary>
    public async Task RememberAsync(long userId, OAuthConsent consent, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        if (!await grants.IsGivenAsync(userId, consent.ApplicationId, scopes, cancellationToken))
            await grants.GiveAsync(userId, consent.ApplicationId, scopes, cancellationToken);
    }
}
