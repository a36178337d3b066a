using System.ComponentModel.DataAnnotations;

namespace OpenProject.Api.Mcp;

/// <summary>How results of tools are sent (OpenProject's setting of the same name).</summary>
public enum ToolResponseFormat
{
    /// <summary>As text and as structured content.</summary>
    Full,

    /// <summary>As structured content alone.</summary>
    StructuredOnly,

    /// <summary>As text alone.</summary>
    ContentOnly,
}

/// <summary>Settings of the MCP server (section <c>Mcp</c>).</summary>
public sealed class McpOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mcp";

    /// <summary>How results of tools are sent.</summary>
    public ToolResponseFormat ToolResponseFormat { get; set; }

    /// <summary>Whether tools that change anything are neither listed nor called.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>The largest result of a list, in bytes of JSON; what does not fit is left out, and said to be.</summary>
    [Range(4 * 1024, 4 * 1024 * 1024)]
    public int MaxResultBytes { get; set; } = 60 * 1024;

    /// <summary>The largest request, in bytes.</summary>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>How long a tool, the reading of a resource or a completion may take, in seconds.</summary>
    [Range(1, 600)]
    public int ToolTimeoutSeconds { get; set; } = 20;

    /// <summary>How often each user may call tools that only read, read resources or have values completed, in a minute; twice as often after a pause. 0 for any number.</summary>
    [Range(0, 100_000)]
    public int ReadsPerMinute { get; set; } = 60;

    /// <summary>The same of tools that write.</summary>
    [Range(0, 100_000)]
    public int WritesPerMinute { get; set; } = 20;

    /// <summary>How many calls of a user run at once. 0 for any number.</summary>
    [Range(0, 10_000)]
    public int CallsAtOnce { get; set; } = 4;

    /// <summary>Origins other than our own whose pages may call, such as <c>https://agent.example.com</c>, separated by blanks.</summary>
    public string AllowedOrigins { get; set; } = "";

    /// <summary>The listed origins.</summary>
    public IReadOnlyList<string> Origins => AllowedOrigins.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from origin in Origins
        where !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin
        select new ValidationResult($"{Section}:AllowedOrigins has '{origin}'; an origin is scheme and host, such as https://agent.example.com.");
}
