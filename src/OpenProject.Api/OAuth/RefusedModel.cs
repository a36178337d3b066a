namespace OpenProject.Api.OAuth;

/// <summary>What is shown when a request cannot be answered to the application that made it.</summary>
/// <param name="Error">The code of RFC 6749 section 4.1.2.1.</param>
/// <param name="Description">A sentence for developers.</param>
public sealed record RefusedModel(string Error, string? Description);
