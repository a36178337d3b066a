using System.Text.Json;
using System.Text.Json.Serialization;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;
using OpenProject.Application.WorkSchedule;

namespace OpenProject.Api.V3.WorkSchedule;

/// <summary>A collection of days of the week, as it is written (contract component <c>WeekDayCollectionWriteModel</c>).</summary>
/// <param name="Embedded">The days.</param>
public sealed record WeekChange([property: JsonPropertyName("_embedded")] WeekElements Embedded) : IRequestBody<WeekChange>
{
    private const int MostElements = 100;

    /// <summary>Whether a day is worked on, by its number.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<long, bool> Days { get; private init; } = new Dictionary<long, bool>();

    /// <inheritdoc/>
    public static WeekChange Read(JsonElement body)
    {
        if (!body.TryGetProperty("_embedded", out var embedded) || embedded.ValueKind != JsonValueKind.Object
            || !embedded.TryGetProperty("elements", out var elements) || elements.ValueKind != JsonValueKind.Array || elements.GetArrayLength() > MostElements)
        {
            throw new ProblemException(new Problem.Malformed("The request body was not a collection of week days."));
        }

        var days = new Dictionary<long, bool>();
        foreach (var (day, working) in elements.EnumerateArray().Select(ReadDay))
            days[day] = working;
        return new WeekChange(new WeekElements([])) { Days = days };
    }

    private static (long Day, bool Working) ReadDay(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("working", out var working)
            || working.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            || !element.TryGetProperty("_links", out var links) || links.ValueKind != JsonValueKind.Object || !links.TryGetProperty("self", out var self))
        {
            throw new ProblemException(new Problem.Malformed("A week day did not say which it is, or whether it is worked on."));
        }

        var (_, target, error) = LinkReader.Read("self", [WeekDayResource.Location], self);
        if (error is not null || target is null)
            throw new ProblemException(new Problem.Malformed("A week day did not say which it is, or whether it is worked on."));
        return (target.Id, working.GetBoolean());
    }
}

/// <summary>The days of a collection that is written.</summary>
/// <param name="Elements">The days.</param>
public sealed record WeekElements(IReadOnlyList<WeekElement> Elements);

/// <summary>A day of a collection that is written.</summary>
/// <param name="Working">Whether it is worked on.</param>
/// <param name="Links">Which day it is.</param>
public sealed record WeekElement(bool Working, [property: JsonPropertyName("_links")] WeekElementLinks Links);

/// <summary>Which day of the week is written.</summary>
/// <param name="Self">The day.</param>
public sealed record WeekElementLinks(HalLink Self);
