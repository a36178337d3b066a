using OpenProject.Application.Resources;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Application.HelpTexts;

/// <summary>What an attribute means, as read.</summary>
public sealed class HelpTextDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Whose attribute it is.</summary>
    public HelpTextScope Scope { get; init; }

    /// <summary>The attribute's name.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The explanation, Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>The explanation as HTML.</summary>
    public string? TextHtml { get; init; }
}
