using ModelContextProtocol.Protocol;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>A tool and what lists tell of it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Listed">What lists tell.</param>
/// <param name="ListedAsText">The same where results are text alone: who promises structured content has to send it.</param>
internal sealed record ListedTool(DeclaredTool Tool, Tool Listed, Tool ListedAsText)
{
    /// <summary>What lists tell, under the names that the operator gives it; null for its own.</summary>
    public Tool Told(bool asText, string? title, string? description)
    {
        var told = asText ? ListedAsText : Listed;
        return title is null && description is null ? told : Copied(told, title, description, told.OutputSchema);
    }

    /// <summary>The tool as lists tell of it.</summary>
    public static ListedTool Of(DeclaredTool tool, Tool listed) => new(tool, listed, Copied(listed, title: null, description: null, output: null));

    private static Tool Copied(Tool listed, string? title, string? description, System.Text.Json.JsonElement? output) => new()
    {
        Name = listed.Name,
        Title = title ?? listed.Title,
        Description = description ?? listed.Description,
        InputSchema = listed.InputSchema,
        OutputSchema = output,
        Annotations = listed.Annotations,
    };
}
