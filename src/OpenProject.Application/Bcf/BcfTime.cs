using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenProject.Application.Bcf;

/// <summary>Times as BCF API 2.1 section 1.7 writes them.</summary>
public static partial class BcfTime
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>The moment, UTC; null when the text is none. Without an offset it is UTC; a blank before one stands for a lost plus sign.</summary>
    public static DateTime? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var fraction = match.Groups["fraction"].Value;
        if (fraction.Length > 8)
            fraction = fraction[..8];
        var offset = match.Groups["offset"].Value.Replace(' ', '+').ToUpperInvariant();
        if (offset.Length == 5)
            offset = offset[..3] + ":" + offset[3..];
        return DateTime.TryParseExact(
            match.Groups["head"].Value.ToUpperInvariant() + fraction + offset,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var time)
            ? time
            : null;
    }

    /// <summary>The calendar day of a date or of a date and time; null when the text is neither.</summary>
    public static DateOnly? ParseDay(string text) =>
        text.Length >= 10 && (text.Length == 10 || Parse(text) is not null)
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    [GeneratedRegex(
        @"^(?<head>\d{4}-\d\d-\d\d([Tt]\d\d:\d\d(:\d\d)?)?)(?<fraction>\.\d{1,12})?(?<offset>[Zz]|[+\- ]\d\d:?\d\d)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Form();
}
