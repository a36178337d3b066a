using System.Globalization;
using System.Text.RegularExpressions;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Durations as people write them.</summary>
internal static partial class SpentHours
{
    private const int MostMinutes = 1000 * 60;

    /// <summary>The duration as ISO 8601 has it, in whole minutes; null when the text is none, or of more than 1,000 hours.</summary>
    public static string? Parse(string text) =>
        Minutes(text.Trim()) is { } minutes and > 0 and <= MostMinutes && Math.Round(minutes) is var whole and > 0 ? Iso8601.Text(new Duration((int)whole)) : null;

    private static double? Minutes(string text)
    {
        if (Iso8601.ParseSeconds(text.ToUpperInvariant()) is { } seconds)
            return seconds / 60;
        var match = Written().Match(text);
        return match is { Success: true, Length: > 0 } ? (Number(match.Groups["hours"]) * 60) + Number(match.Groups["minutes"]) : null;
    }

    private static double Number(Group group) =>
        group.Success ? double.Parse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<hours>[0-9]{1,4}(?:[.,][0-9]{1,4})?)\s*(?:h|hours?))?\s*(?:(?<minutes>[0-9]{1,5})\s*(?:m|min|minutes?))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
