namespace OpenProject.Api.OAuth;

/// <summary>An authorization code for the person to copy.</summary>
/// <param name="Code">The code.</param>
public sealed record CodeModel(string Code);
