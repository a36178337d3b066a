using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses one field of a request; either the change or the error is set, or none when there is nothing to do.</summary>
public delegate (Change<TEntity, TDto>? Change, FieldError? Error) FieldReader<TEntity, TDto>(JsonElement json)
    where TEntity : class
    where TDto : class, IResourceDto;

/// <summary>Compiles the readers of a declaration's fields.</summary>
internal sealed class FieldReaderCompiler<TEntity, TDto>(IMarkdown markdown) : IFieldVisitor<TEntity, TDto, FieldReader<TEntity, TDto>?>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private const int LongestEcho = 100;

    public FieldReader<TEntity, TDto>? Visit<TValue>(Property<TEntity, TDto, TValue> property)
    {
        var read = ValueReaders.For<TValue>();
        var render = property is Property<TEntity, TDto, Formattable> { TextFormat: Formattable.Markdown };
        return json =>
        {
            if (!read(json, out var value))
                return (null, Malformed(property.Name, ValueReaders.Expected<TValue>(), json));
            if (render && value is Formattable { Raw: { } raw } && (object)new Formattable(raw, markdown.ToHtml(raw)) is TValue rendered)
                value = rendered;
            return (new PropertyChange<TEntity, TDto, TValue>(property, value), null);
        };
    }

    public FieldReader<TEntity, TDto> Visit(ToOne<TEntity, TDto> link) => json =>
    {
        var (isRead, target, error) = Target(link.Name, link.Accepts, json);
        return error is not null ? (null, error) : (isRead ? new ToOneChange<TEntity, TDto>(link, target) : null, null);
    };

    public FieldReader<TEntity, TDto> Visit(ToMany<TEntity, TDto> links) => json =>
    {
        if (json.ValueKind != JsonValueKind.Array)
            return (null, Malformed(links.Name, "[{ \"href\": \"...\" }]", json));
        var targets = new List<LinkTarget>();
        foreach (var element in json.EnumerateArray())
        {
            var (_, target, error) = Target(links.Name, links.Accepts, element);
            if (error is not null)
                return (null, error);
            if (target is not null)
                targets.Add(target);
        }

        return (new ToManyChange<TEntity, TDto>(links, targets), null);
    };

    public FieldReader<TEntity, TDto>? Visit(Affordance<TEntity, TDto> affordance) => null;

    private static (bool IsRead, LinkTarget? Target, FieldError? Error) Target(string name, IReadOnlyList<ResourcePath> accepts, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return (true, null, null);
        if (json.ValueKind != JsonValueKind.Object)
            return (false, null, Malformed(name, "{ \"href\": \"...\" }", json));
        if (!json.TryGetProperty("href", out var href) || href.ValueKind is not (JsonValueKind.Null or JsonValueKind.String))
            return (false, null, href.ValueKind == JsonValueKind.Undefined ? null : Malformed(name, "{ \"href\": \"...\" }", json));
        if (href.ValueKind == JsonValueKind.Null)
            return (true, null, null);
        var text = href.GetString()!;
        if (text == ResourcePath.Undisclosed.Value)
            return (false, null, null);
        foreach (var path in accepts)
        {
            if (text.StartsWith(path.Value + "/", StringComparison.Ordinal) && text[(path.Value.Length + 1)..] is { Length: > 0 } key && !key.Contains('/'))
                return (true, new LinkTarget(path, Uri.UnescapeDataString(key)), null);
        }

        var expected = string.Join("' or '", accepts.Select(p => p.Value + "/:id"));
        return (false, null, new FieldError(
            name, $"For property '{name}' a link like '{expected}' is expected, but got '{Echo(text)}'.", FieldErrorKind.LinkTarget));
    }

    private static FieldError Malformed(string name, string expected, JsonElement json) => new(
        name,
        $"Invalid format for property '{name}': Expected format like '{expected}', but got '{Echo(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText())}'.",
        FieldErrorKind.Format);

    private static string Echo(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "...";
}
