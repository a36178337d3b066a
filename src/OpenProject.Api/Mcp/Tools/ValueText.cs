using System.Globalization;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Values as filters and paths take them.</summary>
internal static class ValueText
{
    /// <summary>An id.</summary>
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day, <c>2027-12-31</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
