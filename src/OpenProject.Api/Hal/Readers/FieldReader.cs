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
    public FieldReader<TEntity, TDto>? Visit<TValue>(Property<TEntity, TDto, TValue> property)
    {
        if (!property.HasWriter && !ValueReaders.Has<TValue>())
            return null;
        var read = ValueReaders.For<TValue>();
        var render = property is Property<TEntity, TDto, Formattable> { TextFormat: Formattable.Markdown };
        return json =>
        {
            if (!read(json, out var value))
                return (null, LinkReader.Malformed(property.Name, ValueReaders.Expected<TValue>(), json));
            if (render && value is Formattable { Raw: { } raw } && (object)new Formattable(raw, markdown.ToHtml(raw)) is TValue rendered)
                value = rendered;
            return (new PropertyChange<TEntity, TDto, TValue>(property, value), null);
        };
    }

    public FieldReader<TEntity, TDto> Visit(ToOne<TEntity, TDto> link) => json =>
    {
        var (isRead, target, error) = LinkReader.Read(link.Name, link.Accepts, json);
        return error is not null ? (null, error) : (isRead ? new ToOneChange<TEntity, TDto>(link, target) : null, null);
    };

    public FieldReader<TEntity, TDto> Visit(ToMany<TEntity, TDto> links) => json =>
    {
        // What was read is another link of that name: sent back, it says nothing.
        if (links.IsOnlyWritten && json.ValueKind == JsonValueKind.Object)
            return (null, null);
        if (json.ValueKind != JsonValueKind.Array)
            return (null, LinkReader.Malformed(links.Name, "[{ \"href\": \"...\" }]", json));
        var targets = new List<LinkTarget>();
        foreach (var element in json.EnumerateArray())
        {
            var (_, target, error) = LinkReader.Read(links.Name, links.Accepts, element);
            if (error is not null)
                return (null, error);
            if (target is not null)
                targets.Add(target);
        }

        return (new ToManyChange<TEntity, TDto>(links, targets), null);
    };

    public FieldReader<TEntity, TDto>? Visit(Affordance<TEntity, TDto> affordance) => null;
}
