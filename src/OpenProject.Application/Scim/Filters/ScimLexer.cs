using System.Globalization;
using System.Text.Json;

namespace OpenProject.Application.Scim.Filters;

/// <summary>Reads a filter or a path sign by sign. It never goes back, and holds nothing but where it is.</summary>
/// <param name="text">What is read.</param>
/// <param name="refuse">Makes the refusal of a text that is wrong.</param>
internal sealed class ScimLexer(string text, Func<string, Exception> refuse)
{
    private int at;

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => at == text.Length;

    /// <summary>Makes the refusal of what is read here.</summary>
    public Exception Wrong(string why) => refuse($"{why} at position {at.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>Passes over blanks.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Blanks()
    {
        var from = at;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at > from;
    }

    /// <summary>Passes over a sign, if it is next.</summary>
    public bool Sign(char sign)
    {
        if (at >= text.Length || text[at] != sign)
            return false;
        at++;
        return true;
    }

    /// <summary>A name: of an attribute with URN and sub-attribute, an operator, or a word of the grammar. Empty when none is next.</summary>
    public string Name()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or ':' or '_' or '-' or '$'))
            at++;
        return text[from..at];
    }

    /// <summary>Passes over a word, in any case, if it is next and ends there.</summary>
    public bool Word(string word)
    {
        var end = at + word.Length;
        if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or ':' or '_' or '-' or '$')))
            return false;
        at = end;
        return true;
    }

    /// <summary>A value of JSON: a text, a number, a truth, or null.</summary>
    public object? Value()
    {
        if (at < text.Length && text[at] == '"')
            return Text();
        if (Word("true"))
            return true;
        if (Word("false"))
            return false;
        if (Word("null"))
            return null;
        return Number();
    }

    private string Text()
    {
        var from = at++;
        while (at < text.Length && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        if (at >= text.Length)
            throw Wrong("A text does not end");
        at++;
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(from, at - from));
            return json.RootElement.GetString()!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Wrong("A text is malformed");
        }
    }

    private object Number()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '+' or '-'))
            at++;
        var number = text.AsSpan(from, at - from);
        if (decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact))
            return exact;
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded) && double.IsFinite(rounded))
            return rounded;
        throw Wrong("A value is expected, a text in quotation marks, a number, true, false or null,");
    }
}
