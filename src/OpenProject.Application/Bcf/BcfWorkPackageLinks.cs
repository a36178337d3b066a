using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenProject.Application.Bcf;

/// <summary>Links of topics to work packages: <c>/api/v3/work_packages/42</c>, with or without an address before.</summary>
internal static partial class BcfWorkPackageLinks
{
    /// <summary>The link to a work package.</summary>
    public static string Of(long id) => "/api/v3/work_packages/" + id;

    /// <summary>The id of the work package that a link leads to; null where it leads elsewhere.</summary>
    public static long? IdOf(string link) =>
        Form().Match(link) is { Success: true } match && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Those links that do not lead to this work package; none where none are given.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string>? links, long id) => links is null ? [] : [.. links.Where(link => IdOf(link) != id)];

    [GeneratedRegex(@"^(https?://[^/?#\s]+)?(/[^?#\s]*)?/api/v3/work_packages/(?<id>\d{1,18})/?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
