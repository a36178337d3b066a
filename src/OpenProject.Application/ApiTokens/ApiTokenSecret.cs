namespace OpenProject.Application.ApiTokens;

/// <summary>A new API token. Its text is told this once.</summary>
/// <param name="Id">The token.</param>
/// <param name="Text">What programs send.</param>
public sealed record ApiTokenSecret(long Id, string Text);
