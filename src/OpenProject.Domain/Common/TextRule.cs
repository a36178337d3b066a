namespace OpenProject.Domain.Common;

/// <summary>The rules that every text attribute shares.</summary>
public static class TextRule
{
    /// <summary>The trimmed text; it must say something and fit.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public static string Required(string? value, string member, string label, int limit)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            throw new BrokenRule(member, $"{label} can't be blank.");
        return Fitting(text, member, label, limit);
    }

    /// <summary>The trimmed text, or null when it says nothing; it must fit.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public static string? Optional(string? value, string member, string label, int limit)
    {
        var text = value?.Trim();
        return string.IsNullOrEmpty(text) ? null : Fitting(text, member, label, limit);
    }

    private static string Fitting(string text, string member, string label, int limit) =>
        text.Length <= limit ? text : throw new BrokenRule(member, $"{label} is too long (maximum is {limit} characters).");
}
