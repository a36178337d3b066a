using System.Net;
using System.Text.RegularExpressions;

namespace OpenProject.Application.Common;

/// <summary>Text without markup, as HTML.</summary>
public static partial class PlainText
{
    /// <summary>
    /// The text as HTML that shows it as it was typed: a paragraph for each run of lines, with what has a meaning in HTML
    /// escaped. Empty for no text.
    /// </summary>
    public static string ToHtml(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var paragraphs = BlankLines().Split(text.ReplaceLineEndings("\n").Trim('\n'));
        return string.Join('\n', paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>"));
    }

    [GeneratedRegex(@"\n(?:[ \t]*\n)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankLines();
}
