namespace OpenProject.Api.Hal;

/// <summary>A body that is text, as it was sent.</summary>
/// <param name="Value">The text.</param>
public sealed record SourceText(string Value);
