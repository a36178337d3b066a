using System.Collections.Frozen;
using System.Text;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Projects;

/// <summary>The rules of the word that names a project in paths.</summary>
public static class ProjectIdentifier
{
    /// <summary>Longest identifier.</summary>
    public const int Limit = 100;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "new", "menu", "queries", "export_list_modal", "form", "schema", "available_parent_projects" };

    // The process runs without culture data, so decomposing letters is not to be had from the framework.
    private static readonly FrozenDictionary<char, string> PlainLetters = new[]
    {
        ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"),
        ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    }.SelectMany(row => row.Item2.Select(letter => (letter, row.Item1))).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    /// <summary>The identifier as given, when it may be one.</summary>
    /// <exception cref="BrokenRule">Blank, too long, of other characters than lower-case letters, digits, dash and underscore, not begun by a letter, or a word that paths use.</exception>
    public static string Checked(string? value)
    {
        var text = TextRule.Required(value, "identifier", "Identifier", Limit);
        if (!char.IsAsciiLetterLower(text[0]) || !text.All(IsAllowed))
            throw new BrokenRule("identifier", "Identifier is invalid.");
        if (Reserved.Contains(text))
            throw new BrokenRule("identifier", "Identifier is reserved.");
        return text;
    }

    /// <summary>An identifier made from a name; not necessarily free.</summary>
    public static string FromName(string name)
    {
        var word = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            var lower = char.ToLowerInvariant(sign);
            if (IsAllowed(lower))
                word.Append(lower);
            else if (PlainLetters.TryGetValue(lower, out var plain))
                word.Append(plain);
            else if (word.Length > 0 && word[^1] != '-')
                word.Append('-');
        }

        var text = word.ToString().Trim('-', '_');
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0]) || Reserved.Contains(text))
            text = $"project-{text}".TrimEnd('-');
        return text.Length <= Limit ? text : text[..Limit].TrimEnd('-', '_');
    }

    private static bool IsAllowed(char sign) => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-' or '_';
}
