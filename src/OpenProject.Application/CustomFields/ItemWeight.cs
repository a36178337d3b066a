using System.Globalization;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>How weights of items are written: by operators behind the item, <c>High=2.5</c>, and by the API as text, so that none is rounded.</summary>
internal static class ItemWeight
{
    private const decimal Least = 0.0001m;
    private const decimal Most = 1_000_000_000m;

    /// <summary>All digits.</summary>
    public static string? Exact(decimal? weight) => weight?.ToString("0." + new string('#', HierarchyItem.WeightScale), CultureInfo.InvariantCulture);

    /// <summary>To four decimal places; very small and very great ones with an exponent.</summary>
    public static string? Formatted(decimal? weight) => weight is { } its && its != 0 && (Math.Abs(its) < Least || Math.Abs(its) >= Most)
        ? its.ToString("0.####e+0", CultureInfo.InvariantCulture)
        : weight?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The weights that operators say, by the way to the item.</summary>
    /// <param name="items">Each as the way to it, an equals sign and the weight.</param>
    /// <exception cref="BrokenRule">One has none, or two.</exception>
    public static IReadOnlyDictionary<string, decimal> Of(IReadOnlyList<string> items)
    {
        var weights = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var at = item.LastIndexOf('=');
            if (at < 0 || !decimal.TryParse(item.AsSpan(at + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var weight))
                throw new BrokenRule("item", $"'{item}' has no weight; items of weighted lists are written High=2.5.");
            if (!weights.TryAdd(item[..at].TrimEnd(), weight))
                throw new BrokenRule("item", $"'{item[..at].TrimEnd()}' is named twice.");
        }

        return weights;
    }
}
