namespace OpenProject.Application.OAuthApplications;

/// <summary>An application that a user lets act for him.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record OAuthGrantDto(long ApplicationId, string Name, IReadOnlyList<string> Scopes, DateTime? Since);
