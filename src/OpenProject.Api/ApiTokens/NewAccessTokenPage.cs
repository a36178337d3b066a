namespace OpenProject.Api.ApiTokens;

/// <summary>The only page that shows an API token.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Text">The token.</param>
/// <param name="ExpiresOn">The last day it works, UTC; null for ever.</param>
public sealed record NewAccessTokenPage(string Name, string Text, DateOnly? ExpiresOn);
