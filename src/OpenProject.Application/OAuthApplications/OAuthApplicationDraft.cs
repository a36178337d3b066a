namespace OpenProject.Application.OAuthApplications;

/// <summary>What an administrator says of an application.</summary>
/// <param name="Name">What people see when they are asked.</param>
/// <param name="RedirectUris">Where people may be sent back to.</param>
/// <param name="Confidential">Whether it can keep a secret.</param>
/// <param name="Scopes">What it may ask for; none means <c>api_v3</c>.</param>
/// <param name="ClientCredentialsUserId">As whom it acts when it comes for itself; null for nobody.</param>
public sealed record OAuthApplicationDraft(
    string? Name,
    IReadOnlyList<string> RedirectUris,
    bool Confidential,
    IReadOnlyList<string> Scopes,
    long? ClientCredentialsUserId = null);
