using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes collections: counts, groups, sums, elements, and the links between pages.</summary>
internal static class CollectionWriter
{
    private static readonly HashSet<string> Members =
        ["_type", "total", "count", "pageSize", "offset", "groups", "totalSums", "self", "jumpTo", "changeSize", "previousByOffset", "nextByOffset", "*"];

    public static void Write<TDto>(Utf8JsonWriter json, Page<TDto> page, HalWriter<TDto> writer, IHalDocumentVisitor documents)
        where TDto : class, IResourceDto
    {
        var select = page.Query.Select;
        if (select is not null)
            Check(select, writer.SelectableNames, [.. page.Links.Select(l => l.Rel), .. page.Lists.Select(l => l.Name)]);
        bool Wants(string name) => select is null || select.WantsMember(name);
        json.WriteStartObject();
        if (Wants("_type"))
            json.WriteString(Names.Type, page.Type);
        if (Wants("total"))
            json.WriteNumber(Names.Total, page.Total);
        if (Wants("count"))
            json.WriteNumber(Names.Count, page.Items.Count);
        if (page.Query.PageSize is { } size)
        {
            if (Wants("pageSize"))
                json.WriteNumber(Names.PageSize, size);
            if (Wants("offset"))
                json.WriteNumber(Names.Offset, page.Query.Offset);
        }

        if (page.Groups is { } groups && Wants("groups"))
            WriteGroups(json, groups);
        if (page.TotalSums is { } sums && Wants("totalSums"))
            WriteSums(json, "totalSums", sums);
        if (select is null || select.WantsElements)
            WriteElements(json, page, writer, documents);
        WriteLinks(json, page, Wants);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, MixedCollection collection, IHalDocumentVisitor documents)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "Collection");
        json.WriteNumber(Names.Total, collection.Documents.Count);
        json.WriteNumber(Names.Count, collection.Documents.Count);
        json.WriteStartObject(Names.Embedded);
        json.WriteStartArray(Names.Elements);
        foreach (var document in collection.Documents)
            document.Accept(documents);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject(Names.Links);
        json.WritePropertyName(Names.Self);
        LinkJson.Write(json, collection.SelfHref);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Check(Selection select, IReadOnlySet<string> elementNames, IReadOnlyList<string> links)
    {
        var unknown = (select.Collection ?? new HashSet<string>()).FirstOrDefault(n => !Members.Contains(n) && !links.Contains(n))
            ?? (select.Elements ?? new HashSet<string>()).FirstOrDefault(n => !elementNames.Contains(n));
        if (unknown is not null)
            throw new ProblemException(new Problem.InvalidSelect($"The selected property '{unknown}' is not supported."));
    }

    private static void WriteElements<TDto>(Utf8JsonWriter json, Page<TDto> page, HalWriter<TDto> writer, IHalDocumentVisitor documents)
        where TDto : class, IResourceDto
    {
        json.WriteStartObject(Names.Embedded);
        json.WriteStartArray(Names.Elements);
        foreach (var element in page.Elements ?? [])
            element.Accept(documents);
        foreach (var item in page.Elements is null ? page.Items : [])
        {
            if (page.Query.Select?.Elements is { } names)
                writer.WriteSelected(json, item, page.Access, names, documents);
            else
                writer.Write(json, item, page.Access, page.Embedded, documents, page.Comparisons?.GetValueOrDefault(item.Id));
        }

        json.WriteEndArray();
        foreach (var embedded in page.Embeds)
        {
            json.WritePropertyName(embedded.Name);
            embedded.Document.Accept(documents);
        }

        foreach (var list in page.Lists)
        {
            json.WriteStartArray(list.Name);
            foreach (var document in list.Elements.Documents)
                document.Accept(documents);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void WriteGroups(Utf8JsonWriter json, IReadOnlyList<GroupResult> groups)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("value", group.Value);
            json.WriteNumber(Names.Count, group.Count);
            if (group.Sums is { } sums)
                WriteSums(json, "sums", sums);
            json.WriteStartObject(Names.Links);
            json.WriteStartArray("valueLink");
            if (group.Link is { } link)
                LinkJson.Write(json, link);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Addition in another order has other last digits.
    private const int SumDigits = 6;

    public static void WriteSums(Utf8JsonWriter json, string name, IReadOnlyList<SumResult> sums)
    {
        json.WriteStartObject(name);
        foreach (var sum in sums)
        {
            json.WritePropertyName(sum.Name);
            if (sum.Value is not { } value)
                json.WriteNullValue();
            else if (sum.Unit == SumUnit.Minutes)
                json.WriteStringValue(Iso8601.Text(new Duration((int)value)));
            else if (sum.Unit == SumUnit.Whole)
                json.WriteNumberValue((long)value);
            else
                json.WriteNumberValue(Math.Round(value, SumDigits));
        }

        json.WriteEndObject();
    }

    private static void WriteLinks<TDto>(Utf8JsonWriter json, Page<TDto> page, Func<string, bool> wants)
        where TDto : class, IResourceDto
    {
        json.WriteStartObject(Names.Links);
        var query = page.Query;
        if (wants("self"))
        {
            json.WritePropertyName(Names.Self);
            LinkJson.Write(json, query.Href());
        }

        if (query.PageSize is { } size)
        {
            if (wants("jumpTo"))
                Link(json, "jumpTo", query.Href(offset: "{offset}"), isTemplated: true);
            if (wants("changeSize"))
                Link(json, "changeSize", query.Href(size: "{size}"), isTemplated: true);
            if (query.Offset > 1 && wants("previousByOffset"))
                Link(json, "previousByOffset", query.Href(offset: (query.Offset - 1).ToString()));
            if ((long)query.Offset * size < page.Total && wants("nextByOffset"))
                Link(json, "nextByOffset", query.Href(offset: (query.Offset + 1L).ToString()));
        }

        foreach (var link in page.Links)
        {
            if (!wants(link.Rel))
                continue;
            json.WritePropertyName(link.Rel);
            LinkJson.Write(json, link.Href, title: null, link.Method, link.IsTemplated);
        }

        foreach (var list in page.Lists.Where(l => wants(l.Name)))
        {
            json.WriteStartArray(list.Name);
            foreach (var link in list.Elements.Links)
                LinkJson.Write(json, link);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string name, string href, bool isTemplated = false)
    {
        json.WritePropertyName(name);
        LinkJson.Write(json, href, title: null, method: null, isTemplated);
    }
}
