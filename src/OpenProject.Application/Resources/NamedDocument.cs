namespace OpenProject.Application.Resources;

/// <summary>A whole document that another one embeds.</summary>
/// <param name="Name">The member under <c>_embedded</c>.</param>
/// <param name="Document">What stands there.</param>
public sealed record NamedDocument(string Name, IHalDocument Document);
