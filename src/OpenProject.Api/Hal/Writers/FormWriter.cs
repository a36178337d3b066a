using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes forms: payload, schema, validation errors.</summary>
internal static class FormWriter
{
    public static void Write<TEntity, TDto>(Utf8JsonWriter json, Form<TEntity, TDto> form, IHalDocumentVisitor documents)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "Form");
        json.WriteStartObject(Names.Embedded);
        json.WritePropertyName("payload");
        WritePayload(json, form);
        json.WritePropertyName("schema");
        form.Schema.Accept(documents);
        json.WriteStartObject("validationErrors");
        foreach (var errors in form.Errors.GroupBy(e => e.Attribute, StringComparer.Ordinal))
        {
            json.WritePropertyName(errors.Key);
            V3Errors.Write(json, new Problem.Invalid([.. errors]));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject(Names.Links);
        foreach (var link in form.Links)
        {
            json.WritePropertyName(link.Rel);
            LinkJson.Write(json, link.Href, title: null, link.Method, link.IsTemplated);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes what a resource shall be: what requests may send of it.</summary>
    public static void WritePayload<TEntity, TDto>(Utf8JsonWriter json, Form<TEntity, TDto> form)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var visitor = new PayloadVisitor<TEntity, TDto>(json, form);
        var writable = form.Resource.Fields
            .Where(f => (f.IsWritable(form.Draft) && form.Resource.IsInSchemaOf(f, form.Draft) && f.Applies(form.Draft)) || f.Name == "lockVersion").ToList();
        json.WriteStartObject();
        foreach (var property in writable.Where(f => f is not (ToOne<TEntity, TDto> or ToMany<TEntity, TDto>)))
            property.Accept(visitor);
        json.WriteStartObject(Names.Links);
        foreach (var link in writable.Where(f => f is ToOne<TEntity, TDto> or ToMany<TEntity, TDto>))
            link.Accept(visitor);
        json.WriteEndObject();
        WriteMeta(json, [.. writable.Where(f => f.IsMeta)], new PayloadVisitor<TEntity, TDto>(json, form, ofMeta: true));
        json.WriteEndObject();
    }

    private static void WriteMeta<TEntity, TDto>(Utf8JsonWriter json, IReadOnlyList<Field<TEntity, TDto>> fields, PayloadVisitor<TEntity, TDto> visitor)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (fields.Count == 0)
            return;
        json.WriteStartObject(Names.Meta);
        foreach (var field in fields)
            field.Accept(visitor);
        json.WriteEndObject();
    }

    private sealed class PayloadVisitor<TEntity, TDto>(Utf8JsonWriter json, Form<TEntity, TDto> form, bool ofMeta = false) : IFieldVisitor<TEntity, TDto, bool>
        where TEntity : class
        where TDto : class, IResourceDto
    {
        public bool Visit<TValue>(Property<TEntity, TDto, TValue> property)
        {
            if (!property.InBody && !(ofMeta && property.IsMeta))
                return false;
            json.WritePropertyName(property.Name);
            ValueWriters.For<TValue>()(json, property.Get(form.Draft.Dto));
            return true;
        }

        public bool Visit(ToOne<TEntity, TDto> link)
        {
            json.WritePropertyName(link.Name);
            if (link.Get(form.Draft.Dto) is { } target)
                Write(target);
            else
                LinkJson.Write(json, href: null);
            return true;
        }

        public bool Visit(ToMany<TEntity, TDto> links)
        {
            if (!links.InBody)
                return false;
            json.WriteStartArray(links.Name);
            foreach (var target in links.Get(form.Draft.Dto))
                Write(target);
            json.WriteEndArray();
            return true;
        }

        public bool Visit(Affordance<TEntity, TDto> affordance) => false;

        private void Write(Reference target) => LinkJson.Write(json, target with { Title = form.Titles.GetValueOrDefault(target.Href) ?? target.Title });
    }
}
