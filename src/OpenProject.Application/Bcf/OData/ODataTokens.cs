using System.Text.RegularExpressions;
using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.OData;

/// <summary>What the signs of a filter stand for.</summary>
internal enum ODataTokenKind
{
    /// <summary>A name: of a property, an operator, a function.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number or a date.</summary>
    Literal,

    /// <summary>A bracket, a comma, a colon.</summary>
    Sign,

    /// <summary>The end.</summary>
    End,
}

/// <summary>One token of a filter.</summary>
internal readonly record struct ODataToken(ODataTokenKind Kind, string Text);

/// <summary>Cuts filters into tokens.</summary>
internal static partial class ODataTokens
{
    /// <summary>The tokens, with one for the end.</summary>
    /// <exception cref="ProblemException">Something is no token.</exception>
    public static List<ODataToken> Of(string text)
    {
        var tokens = new List<ODataToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (token, length) = Next(text, at);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new ODataToken(ODataTokenKind.End, ""));
        return tokens;
    }

    private static (ODataToken Token, int Length) Next(string text, int at)
    {
        if (text[at] is '(' or ')' or ',' or ':' or '/')
            return (new ODataToken(ODataTokenKind.Sign, text[at].ToString()), 1);
        if (text[at] == '\'')
            return Quoted(text, at);
        if (Literal().Match(text, at) is { Success: true } literal)
            return (new ODataToken(ODataTokenKind.Literal, literal.Value), literal.Length);
        if (Word().Match(text, at) is { Success: true } word)
            return (new ODataToken(ODataTokenKind.Word, word.Value), word.Length);
        throw ODataFilterParser.Refused($"'{text[at]}' is not understood.");
    }

    private static (ODataToken Token, int Length) Quoted(string text, int at)
    {
        for (var end = at + 1; end < text.Length; end++)
        {
            if (text[end] != '\'')
                continue;
            if (end + 1 < text.Length && text[end + 1] == '\'')
                end++;
            else
                return (new ODataToken(ODataTokenKind.Text, text[(at + 1)..end].Replace("''", "'", StringComparison.Ordinal)), end + 1 - at);
        }

        throw ODataFilterParser.Refused("A text has no end.");
    }

    // A plus sign of an offset that nobody escaped has become a blank on the way here.
    [GeneratedRegex(@"\G(\d{4}-\d\d-\d\d([Tt]\d\d:\d\d(:\d\d(\.\d{1,12})?)?([Zz]|[+\- ]\d\d:?\d\d)?)?|-?\d{1,18}(\.\d{1,12})?)(?![\w])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]{0,63}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
