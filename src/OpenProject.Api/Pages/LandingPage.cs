namespace OpenProject.Api.Pages;

/// <summary>The page that says what is running.</summary>
/// <param name="Installation">The installation's UUID; null while the database does not answer.</param>
/// <param name="Apis">The APIs.</param>
public sealed record LandingPage(string? Installation, IReadOnlyList<ServedApi> Apis);
