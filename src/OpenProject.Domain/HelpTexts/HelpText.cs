using OpenProject.Domain.Common;

namespace OpenProject.Domain.HelpTexts;

/// <summary>What an attribute means here, for people who fill it in.</summary>
public sealed class HelpText : AggregateRoot, IContent
{
    /// <summary>Longest name of an attribute.</summary>
    public const int AttributeLimit = 100;

    private HelpText()
    {
    }

    /// <summary>Whose attribute it is.</summary>
    public HelpTextScope Scope { get; private set; }

    /// <summary>The attribute's name in the API; each is explained once.</summary>
    public string Attribute { get; private set; } = "";

    /// <summary>The explanation, Markdown.</summary>
    public string? Text { get; private set; }

    /// <summary>The same, rendered.</summary>
    public string? TextHtml { get; private set; }

    /// <summary>An attribute that has still to be explained.</summary>
    /// <exception cref="BrokenRule">Blank or too long name of the attribute.</exception>
    public static HelpText Create(HelpTextScope scope, string? attribute) =>
        new() { Scope = scope, Attribute = TextRule.Required(attribute, "attribute", "Attribute", AttributeLimit) };

    /// <summary>Explains it.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    /// <exception cref="BrokenRule">It says nothing.</exception>
    public void Explain(string? raw, string? html)
    {
        if (string.IsNullOrWhiteSpace(raw))
            throw new BrokenRule("helpText", "Help text can't be blank.");
        (Text, TextHtml) = (raw, html);
    }
}
