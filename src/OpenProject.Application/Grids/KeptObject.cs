namespace OpenProject.Application.Grids;

/// <summary>An attribute that is a JSON object which clients keep. Two are equal when they are written alike.</summary>
/// <param name="Json">The object.</param>
public sealed record KeptObject(string Json);
