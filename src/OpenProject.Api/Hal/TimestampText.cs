namespace OpenProject.Api.Hal;

/// <summary>Parses <c>timestamps</c>: points in time separated by commas.</summary>
internal static class TimestampText
{
    /// <summary>More than these are not compared.</summary>
    public const int Most = 10;

    /// <summary>The points in time as they were written.</summary>
    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
