using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes how a resource was at several times: beside its body, what was otherwise.</summary>
/// <param name="properties">The attributes whose earlier values are known.</param>
/// <param name="links">The links whose earlier targets are known.</param>
internal sealed class ComparisonWriter<TDto>(FieldWriter<TDto>[] properties, FieldWriter<TDto>[] links)
    where TDto : class, IResourceDto
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The href of the states, with the times as such instead of how they were asked for.</summary>
    public static string HrefAt(string self, params IEnumerable<PastState<TDto>> states) =>
        $"{self}?timestamps={string.Join(',', states.Select(s => s.Moment.ToString(Moment)))}";

    /// <summary>Writes what is said of a state itself.</summary>
    public static void WriteMeta(Utf8JsonWriter json, PastState<TDto> state)
    {
        json.WriteStartObject("_meta");
        json.WriteBoolean("matchesFilters", state.MatchesFilters);
        json.WriteBoolean("exists", state.Row is not null);
        json.WriteString("timestamp", state.Timestamp);
        json.WriteEndObject();
    }

    /// <summary>Writes the states, each with what differs from the last one.</summary>
    public void WriteStates(Utf8JsonWriter json, string self, StateComparison<TDto> comparison, in WriteScope scope)
    {
        json.WriteStartArray("attributesByTimestamp");
        foreach (var state in comparison.States)
        {
            json.WriteStartObject();
            WriteDiffering(json, properties, state.Row, comparison.Last.Row, scope);
            WriteMeta(json, state);
            json.WriteStartObject(Names.Links);
            json.WritePropertyName(Names.Self);
            LinkJson.Write(json, HrefAt(self, state));
            WriteDiffering(json, links, state.Row, comparison.Last.Row, scope);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDiffering(Utf8JsonWriter json, FieldWriter<TDto>[] fields, TDto? then, TDto? last, in WriteScope scope)
    {
        if (then is null || last is null)
            return;
        foreach (var field in fields)
        {
            if (field.Differs(then, last))
                field.Write(json, then, scope);
        }
    }
}
