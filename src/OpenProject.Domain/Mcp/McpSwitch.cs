using OpenProject.Domain.Common;

namespace OpenProject.Domain.Mcp;

/// <summary>
/// What the operator has decided about a part of the MCP server: whether it is there, and what it is called. What nothing was
/// decided about is there under its own name.
/// </summary>
public sealed class McpSwitch : AggregateRoot
{
    /// <summary>Longest identifier.</summary>
    public const int IdentifierLimit = 100;

    /// <summary>Longest title.</summary>
    public const int TitleLimit = 255;

    /// <summary>Longest description: every agent reads it each time.</summary>
    public const int DescriptionLimit = 1000;

    private McpSwitch()
    {
    }

    /// <summary>Which part: <c>mcp_server</c>, <c>tools/NAME</c>, <c>toolsets/NAME</c>, <c>resources/NAME</c> or <c>prompts/NAME</c>.</summary>
    public string Identifier { get; private set; } = "";

    /// <summary>The title instead of its own; null for that.</summary>
    public string? Title { get; private set; }

    /// <summary>The description instead of its own; null for that.</summary>
    public string? Description { get; private set; }

    /// <summary>Whether it is there.</summary>
    public bool Enabled { get; private set; } = true;

    /// <summary>The switch of a part.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public static McpSwitch Of(string identifier) => new() { Identifier = TextRule.Required(identifier, "identifier", "Identifier", IdentifierLimit) };

    /// <summary>Turns it on or off.</summary>
    public void Turn(bool on) => Enabled = on;

    /// <summary>Calls it otherwise; what says nothing gives it its own title back.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Call(string? title) => Title = TextRule.Optional(title, "title", "Title", TitleLimit);

    /// <summary>Describes it otherwise; what says nothing gives it its own description back.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Describe(string? description) => Description = TextRule.Optional(description, "description", "Description", DescriptionLimit);
}
