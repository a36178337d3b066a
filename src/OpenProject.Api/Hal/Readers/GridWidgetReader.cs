using System.Text.Json;
using OpenProject.Application.Grids;
using OpenProject.Domain.Grids;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses what a grid shall show where.</summary>
internal static class GridWidgetReader
{
    public static bool Read(JsonElement json, out GridWidgets value)
    {
        var items = new List<GridWidget>();
        value = new GridWidgets(items);
        if (json.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var element in json.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object || ReadOne(element) is not { } widget)
                return false;
            items.Add(widget);
        }

        return true;
    }

    public static bool ReadOptions(JsonElement json, out KeptObject? value)
    {
        value = json.ValueKind == JsonValueKind.Object ? new KeptObject(json.GetRawText()) : null;
        return value is not null;
    }

    private static GridWidget? ReadOne(JsonElement json)
    {
        var isRead = json.TryGetProperty("identifier", out var identifier) && identifier.ValueKind == JsonValueKind.String;
        var (startRow, endRow, startColumn, endColumn) = (Cell("startRow"), Cell("endRow"), Cell("startColumn"), Cell("endColumn"));
        long? id = json.TryGetProperty("id", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var known) ? known : null;
        var options = "{}";
        if (json.TryGetProperty("options", out var kept) && kept.ValueKind != JsonValueKind.Null)
        {
            isRead &= kept.ValueKind == JsonValueKind.Object;
            options = kept.GetRawText();
        }

        return isRead ? new GridWidget(id, identifier.GetString()!, startRow, endRow, startColumn, endColumn, options) : null;

        int Cell(string name)
        {
            var cell = 0;
            isRead &= json.TryGetProperty(name, out var place) && place.ValueKind == JsonValueKind.Number && place.TryGetInt32(out cell);
            return cell;
        }
    }
}
