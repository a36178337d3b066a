using System.Collections.Frozen;

namespace OpenProject.Infrastructure.Markdown;

/// <summary>The HTML that rendered texts may consist of. What is not here is not let through.</summary>
internal static class HtmlVocabulary
{
    /// <summary>Elements with content.</summary>
    public static readonly FrozenSet<string> Elements = Words(
        """
        p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i u s del ins mark sub sup small kbd abbr a
        figure figcaption table caption colgroup thead tbody tfoot tr th td div span label details summary mention macro
        """);

    /// <summary>Elements that have no end tag.</summary>
    public static readonly FrozenSet<string> VoidElements = Words("br hr img input col wbr");

    /// <summary>Elements that go with everything inside, as their content is no text for people.</summary>
    public static readonly FrozenSet<string> Swallowed = Words(
        "script style template iframe noscript noembed noframes object embed applet textarea title xmp plaintext select svg math head");

    /// <summary>Attributes of any element.</summary>
    public static readonly FrozenSet<string> Attributes = Words(
        "class href src alt title width height colspan rowspan scope start type checked disabled lang dir style data-id data-type data-text open");

    /// <summary>What <c>style</c> may say.</summary>
    public static readonly FrozenSet<string> Properties = Words("text-align");

    /// <summary>Schemes of addresses.</summary>
    public static readonly FrozenSet<string> Schemes = Words("http https mailto");

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
