namespace OpenProject.Api.Mcp.Prompts;

/// <summary>What a prompt is about.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Completed">What its values are.</param>
internal sealed record PromptArgument(string Name, string Description, bool IsRequired, Completed Completed = Completed.Nothing);
