using System.Text;

namespace OpenProject.Infrastructure.Markdown;

/// <summary>A tag as it stands in a text.</summary>
/// <param name="Name">The element, lower-case.</param>
/// <param name="IsEnd">Whether it ends the element.</param>
/// <param name="Attributes">The allowed attributes, each once; values still with their character references.</param>
/// <param name="End">The position after it.</param>
internal readonly record struct HtmlTag(string Name, bool IsEnd, IReadOnlyList<(string Name, string Value)> Attributes, int End)
{
    // A tag is scanned to its end before it is known to be one; the limit keeps that from being done over and over.
    private const int LengthLimit = 8192;

    /// <summary>The tag that begins at a <c>&lt;</c>; null when none does (HTML standard section 13.2.5.6 and on, as far as complete tags go).</summary>
    public static HtmlTag? Read(string html, int start)
    {
        var text = html.AsSpan(start, Math.Min(LengthLimit, html.Length - start));
        var isEnd = text.Length > 1 && text[1] == '/';
        var at = isEnd ? 2 : 1;
        var nameStart = at;
        if (at >= text.Length || !char.IsAsciiLetter(text[at]))
            return null;
        while (at < text.Length && !IsSpace(text[at]) && text[at] is not ('/' or '>'))
            at++;
        var name = text[nameStart..at].ToString().ToLowerInvariant();
        var attributes = new List<(string Name, string Value)>();
        while (at < text.Length)
        {
            if (text[at] == '>')
                return new HtmlTag(name, isEnd, attributes, start + at + 1);
            if (IsSpace(text[at]) || text[at] == '/')
                at++;
            else if (ReadAttribute(text, ref at) is { } attribute && HtmlVocabulary.Attributes.Contains(attribute.Name) && !attributes.Exists(a => a.Name == attribute.Name))
                attributes.Add(attribute);
        }

        return null;
    }

    /// <summary>Writes it as a start tag.</summary>
    public void WriteTo(StringBuilder output)
    {
        output.Append('<').Append(Name);
        foreach (var (name, value) in Attributes)
            output.Append(' ').Append(name).Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        output.Append('>');
    }

    private static (string Name, string Value)? ReadAttribute(ReadOnlySpan<char> text, ref int at)
    {
        var start = at++;
        while (at < text.Length && !IsSpace(text[at]) && text[at] is not ('/' or '>' or '='))
            at++;
        var name = text[start..at].ToString().ToLowerInvariant();
        var equals = at;
        while (equals < text.Length && IsSpace(text[equals]))
            equals++;
        if (equals >= text.Length || text[equals] != '=')
            return (name, "");
        at = equals + 1;
        while (at < text.Length && IsSpace(text[at]))
            at++;
        return at < text.Length ? (name, ReadValue(text, ref at)) : null;
    }

    private static string ReadValue(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        if (text[at] is '"' or '\'')
        {
            var length = text[(at + 1)..].IndexOf(text[at]);
            at = length < 0 ? text.Length : at + length + 2;
            return length < 0 ? "" : text.Slice(start + 1, length).ToString();
        }

        while (at < text.Length && !IsSpace(text[at]) && text[at] != '>')
            at++;
        return text[start..at].ToString();
    }

    private static bool IsSpace(char sign) => sign is ' ' or '\t' or '\n' or '\r' or '\f';
}
