namespace OpenProject.Application.OAuthApplications;

/// <summary>What a person is asked about an application.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsGiven">Whether the person has said yes before, and need not be asked again.</param>
/// <param name="IsStranger">Whether it has registered itself, and nobody here has looked at it.</param>
public sealed record OAuthConsent(long ApplicationId, string Name, bool IsGiven, bool IsStranger);
