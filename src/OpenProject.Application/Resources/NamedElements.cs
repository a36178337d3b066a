namespace OpenProject.Application.Resources;

/// <summary>A list that a collection links and embeds beside its elements.</summary>
/// <param name="Name">The member under <c>_links</c> and <c>_embedded</c>.</param>
/// <param name="Elements">The links and what they lead to.</param>
public sealed record NamedElements(string Name, Elements Elements);
