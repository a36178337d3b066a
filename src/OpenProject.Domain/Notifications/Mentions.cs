using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenProject.Domain.Notifications;

/// <summary>Finds who is named in a text: by the element <c>mention</c> that editors write, or as <c>user#5</c>, <c>group#5</c>, <c>user:"login"</c>.</summary>
public static partial class Mentions
{
    /// <summary>So many are found, at most.</summary>
    public const int Most = 100;

    /// <summary>The ids and the logins of those whom a text names.</summary>
    /// <param name="text">Markdown, or null.</param>
    public static (IReadOnlySet<long> Ids, IReadOnlySet<string> Logins) In(string? text)
    {
        var (ids, logins) = (new HashSet<long>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        if (string.IsNullOrEmpty(text))
            return (ids, logins);
        foreach (var match in Element().Matches(text).Concat(Sign().Matches(text)).Take(Most))
        {
            if (long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                ids.Add(id);
            else if (match.Groups["login"].Value is { Length: > 0 } login)
                logins.Add(login);
        }

        return (ids, logins);
    }

    // Attributes may stand in any order; the one that counts is the id.
    [GeneratedRegex("""<mention\b[^>]{0,500}\bdata-id=["'](?<id>[0-9]{1,18})["']""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex("""\b(user|group)#(?<id>[0-9]{1,18})\b|\buser:("(?<login>[^"\n]{1,256})"|(?<login>[\w@.+-]{1,256}))""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sign();
}
