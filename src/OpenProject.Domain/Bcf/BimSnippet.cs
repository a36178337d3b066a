using OpenProject.Domain.Common;

namespace OpenProject.Domain.Bcf;

/// <summary>A piece of a building model that a topic is about (BCF API 2.1, <c>bim_snippet</c>).</summary>
/// <param name="Type">What it holds, such as <c>.ifc</c>.</param>
/// <param name="IsExternal">Whether <paramref name="Reference"/> leads elsewhere; otherwise it is the name of the file that the topic keeps.</param>
/// <param name="Reference">An address, or a file's name.</param>
/// <param name="ReferenceSchema">The schema of what it holds.</param>
public sealed record BimSnippet(string Type, bool IsExternal, string Reference, string ReferenceSchema)
{
    /// <summary>Longest type.</summary>
    public const int TypeLimit = 255;

    /// <summary>Longest reference, and longest schema.</summary>
    public const int ReferenceLimit = 2000;

    /// <summary>The snippet itself.</summary>
    /// <exception cref="BrokenRule">Something is blank or too long.</exception>
    internal BimSnippet Checked() => new(
        TextRule.Required(Type, "bim_snippet", "Bim snippet's type", TypeLimit),
        IsExternal,
        TextRule.Required(Reference, "bim_snippet", "Bim snippet's reference", ReferenceLimit),
        TextRule.Required(ReferenceSchema, "bim_snippet", "Bim snippet's reference schema", ReferenceLimit));
}
