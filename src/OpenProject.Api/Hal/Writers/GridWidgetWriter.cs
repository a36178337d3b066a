using System.Text.Json;
using OpenProject.Application.Grids;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes what a grid shows where.</summary>
internal static class GridWidgetWriter
{
    public static void Write(Utf8JsonWriter json, GridWidgets widgets)
    {
        json.WriteStartArray();
        foreach (var widget in widgets.Items)
        {
            json.WriteStartObject();
            json.WriteString(Names.Type, "GridWidget");
            if (widget.Id is { } id)
                json.WriteNumber("id", id);
            else
                json.WriteNull("id");
            json.WriteString("identifier", widget.Identifier);
            json.WriteNumber("startRow", widget.StartRow);
            json.WriteNumber("endRow", widget.EndRow);
            json.WriteNumber("startColumn", widget.StartColumn);
            json.WriteNumber("endColumn", widget.EndColumn);
            json.WritePropertyName("options");
            json.WriteRawValue(widget.Options);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
