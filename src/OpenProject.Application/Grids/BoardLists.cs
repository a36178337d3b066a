using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>The lists of boards: widgets that name a query by <c>queryId</c> in their options.</summary>
public static class BoardLists
{
    private const string QueryId = "queryId";

    /// <summary>The query that a list names; null when it names none.</summary>
    public static long? QueryOf(GridWidget list)
    {
        using var options = JsonDocument.Parse(list.Options);
        return !options.RootElement.TryGetProperty(QueryId, out var named) ? null : named.ValueKind switch
        {
            JsonValueKind.Number when named.TryGetInt64(out var id) => id,
            JsonValueKind.String when new LinkTarget(SavedQueryResource.Location, named.GetString()!).Id is > 0 and var id => id,
            _ => null,
        };
    }

    /// <summary>The queries that lists name, each once.</summary>
    public static IReadOnlyList<long> QueriesOf(IEnumerable<GridWidget> lists) => [.. lists.Select(QueryOf).OfType<long>().Distinct()];

    /// <summary>The same list of another query.</summary>
    public static GridWidget Naming(GridWidget list, long queryId)
    {
        using var options = JsonDocument.Parse(list.Options);
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteNumber(QueryId, queryId);
            foreach (var member in options.RootElement.EnumerateObject().Where(member => member.Name != QueryId))
                member.WriteTo(json);
            json.WriteEndObject();
        }

        return list with { Options = Encoding.UTF8.GetString(written.WrittenSpan) };
    }
}
