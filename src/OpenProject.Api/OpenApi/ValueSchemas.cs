using NJsonSchema;
using OpenProject.Application.Grids;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Notifications;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.FileLinks;

namespace OpenProject.Api.OpenApi;

/// <summary>The schema of each kind of value that attributes can hold.</summary>
public sealed class ValueSchemas(SharedComponents shared)
{
    private static readonly Dictionary<Type, (JsonObjectType Type, string? Format)> Scalars = new()
    {
        [typeof(string)] = (JsonObjectType.String, null),
        [typeof(int)] = (JsonObjectType.Integer, "int32"),
        [typeof(long)] = (JsonObjectType.Integer, "int64"),
        [typeof(bool)] = (JsonObjectType.Boolean, null),
        [typeof(double)] = (JsonObjectType.Number, "double"),
        [typeof(DateOnly)] = (JsonObjectType.String, "date"),
        [typeof(DateTime)] = (JsonObjectType.String, "date-time"),
        [typeof(Duration)] = (JsonObjectType.String, "duration"),
        [typeof(DayCount)] = (JsonObjectType.String, "duration"),
    };

    /// <summary>The schema of an attribute's value.</summary>
    /// <param name="value">The type of the values.</param>
    /// <param name="isNullable">Whether null is a value; nullable types always take it.</param>
    /// <param name="description">What it is.</param>
    public JsonSchemaProperty Of(Type value, bool isNullable, string description)
    {
        if (value == typeof(Formattable))
            return SchemaParts.Described(shared.Formattable, description);
        if (value == typeof(Sentences))
            return SchemaParts.List(shared.Formattable, description);
        if (Composed(value, description) is { } composed)
            return composed;
        var underlying = Nullable.GetUnderlyingType(value);
        var (type, format) = Scalars.TryGetValue(underlying ?? value, out var scalar)
            ? scalar
            : throw new InvalidOperationException($"No schema for values of {value}.");
        return new JsonSchemaProperty
        {
            Type = type,
            Format = format,
            Description = description,
            IsNullableRaw = isNullable || underlying is not null ? true : null,
        };
    }

    private JsonSchemaProperty? Composed(Type value, string description) => value switch
    {
        _ when value == typeof(TextList) => SchemaParts.List(SchemaParts.Text(), description),
        _ when value == typeof(TextMap) => SchemaParts.Object(description, SchemaParts.Text(isNullable: true)),
        _ when value == typeof(PositionMap) => SchemaParts.Object(description, SchemaParts.Integer()),
        _ when value == typeof(OriginData) => OriginData(description),
        _ when value == typeof(KeptObject) => SchemaParts.Object(description),
        _ when value == typeof(GridWidgets) => SchemaParts.List(shared.GridWidget, description),
        _ when value == typeof(NotificationWishes) => SchemaParts.List(Wish(), description),
        _ when value == typeof(JobPayload) => JobPayload(description),
        _ when value == typeof(FilterInstances) => SchemaParts.List(shared.FilterInstance, description),
        _ => null,
    };

    private static JsonSchemaProperty OriginData(string description)
    {
        var origin = SchemaParts.Object(description);
        origin.With("id", SchemaParts.Text("The file's id in the storage.")).With("name", SchemaParts.Text("The file's name."))
            .With("mimeType", SchemaParts.Text("The file's media type.")).With("size", SchemaParts.Integer())
            .With("createdAt", SchemaParts.Text("When the file was made.")).With("lastModifiedAt", SchemaParts.Text("When the file was last changed."))
            .With("createdByName", SchemaParts.Text("Who made the file.")).With("lastModifiedByName", SchemaParts.Text("Who changed the file last."));
        return origin;
    }

    private JsonSchemaProperty Wish()
    {
        var links = SchemaParts.Object();
        links.With("project", SchemaParts.Described(shared.Link, "Where it counts; an `href` of null for wherever nothing else is said."), isRequired: true);
        var wish = SchemaParts.Object("What one wants to be told of.");
        foreach (var (name, _) in NotificationFlags.All)
            wish.With(name, SchemaParts.Flag("Whether one wants to."), isRequired: true);
        foreach (var name in NotificationFlags.Days)
            wish.With(name, SchemaParts.Text("So long before, or every so long after; null for never. An ISO 8601 duration in days.", isNullable: true), isRequired: true);
        wish.With("_links", links, isRequired: true);
        return wish;
    }

    private JsonSchemaProperty JobPayload(string description)
    {
        var links = SchemaParts.Object();
        links.With("project", SchemaParts.Described(shared.Link, "The project that came of it."));
        var payload = SchemaParts.Object(description);
        payload.With("redirect", SchemaParts.Text("Where to look at what came of it.")).With("_links", links);
        return payload;
    }
}
