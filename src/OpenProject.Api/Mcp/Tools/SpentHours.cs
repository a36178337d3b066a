using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Durations as people write them.</summary>
internal static partial class SpentHours
{
    private const int MostMinutes = 1000 * 60;

    /// <summary>The duration as ISO 8601 has it, in whole minutes; null when the text is none, or of more than 1,000 hours.</summary>
    public static string? Parse(string text)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success || match.Length == 0)
            return null;
        var minutes = (Number(match.Groups["hours"]) * 60) + Number(match.Groups["minutes"]);
        return minutes is > 0 and <= MostMinutes ? $"PT{(int)Math.Round(minutes)}M" : null;
    }

    private static double Number(Group group) =>
        group.Success ? double.Parse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:PT)?(?:(?<hours>[0-9]{1,4}(?:[.,][0-9]{1,4})?)\s*(?:h|hours?))?\s*(?:(?<minutes>[0-9]{1,5})\s*(?:m|min|minutes?))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
