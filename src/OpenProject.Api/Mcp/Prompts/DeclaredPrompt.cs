namespace OpenProject.Api.Mcp.Prompts;

/// <summary>A task that people start by its name: one message that says which tools to use. It holds no data, so that nothing in it was written by strangers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What comes of it.</param>
/// <param name="Arguments">What it is about.</param>
/// <param name="Text">The message for the arguments that were given.</param>
internal sealed record DeclaredPrompt(
    string Name, string Title, string Description, IReadOnlyList<PromptArgument> Arguments, Func<IReadOnlyDictionary<string, string>, string> Text)
{
    /// <summary>The tools that it names; where one is not there, the prompt is not either.</summary>
    public required IReadOnlyList<string> Tools { get; init; }
}
