using System.Globalization;
using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.OData;

/// <summary>Parses the query options of lists, once a request.</summary>
public static class ODataParser
{
    private const int MostOrders = 10;

    /// <summary>What the options ask for; each may be absent.</summary>
    /// <exception cref="ProblemException">An option means nothing.</exception>
    public static ODataQuery Parse(string? filter, string? orderBy, string? top, string? skip) => new(
        string.IsNullOrWhiteSpace(filter) ? null : ODataFilterParser.Parse(filter),
        Orders(orderBy),
        Count("$top", top),
        Count("$skip", skip) ?? 0)
    {
        FilterText = filter ?? "",
    };

    private static List<ODataOrder> Orders(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        List<ODataOrder> orders = [.. text.Split(',').Select(Order)];
        return orders.Count <= MostOrders ? orders : throw Refused("$orderby", text);
    }

    private static ODataOrder Order(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var property] => new ODataOrder(property, IsDescending: false),
        [var property, "asc"] => new ODataOrder(property, IsDescending: false),
        [var property, "desc"] => new ODataOrder(property, IsDescending: true),
        _ => throw Refused("$orderby", text),
    };

    private static int? Count(string option, string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Refused(option, text);
    }

    private static ProblemException Refused(string option, string text) => new(new Problem.InvalidQuery($"{option} is invalid: '{text}'."));
}
