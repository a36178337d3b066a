namespace OpenProject.Application.Common;

/// <summary>
/// Text comparison that means the same on every database: <c>LIKE</c> with <c>\</c> as escape character. Plain
/// <c>string.Contains</c> would be case-sensitive on one provider and not on the other.
/// </summary>
public static class Text
{
    /// <summary>Whether the column matches the pattern; only inside queries.</summary>
    /// <exception cref="InvalidOperationException">Called in memory.</exception>
    public static bool Like(string? column, string pattern) =>
        throw new InvalidOperationException($"{nameof(Text)}.{nameof(Like)} is translated to SQL and cannot run in memory.");

    /// <summary>The text, to be compared by its bytes and not by the column's rules; only inside queries.</summary>
    /// <exception cref="InvalidOperationException">Called in memory.</exception>
    public static string Exact(string column) =>
        throw new InvalidOperationException($"{nameof(Text)}.{nameof(Exact)} is translated to SQL and cannot run in memory.");

    /// <summary>The pattern of all texts that end with the value.</summary>
    public static string EndingWith(string value) => $"%{Escape(value)}";

    /// <summary>The pattern of all texts that contain the value.</summary>
    public static string Containing(string value) => $"%{Escape(value)}%";

    /// <summary>The pattern of all texts that start with the value.</summary>
    public static string StartingWith(string value) => $"{Escape(value)}%";

    /// <summary>The value with the signs escaped that a pattern gives a meaning; <c>[</c> has one on SQL Server only.</summary>
    public static string Escape(string value) =>
        value.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[");
}
