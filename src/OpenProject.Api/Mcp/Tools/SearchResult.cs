using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>What a search answers: <c>items</c> and <c>total</c> as OpenProject has them, and beside them where in the list they stand.</summary>
internal static class SearchResult
{
    private static readonly JsonEncodedText Items = HalJson.Encode("items");

    /// <summary>The result of a page, its elements with the members that its query selects.</summary>
    public static ToolResult Of<TDto>(Page<TDto> page)
        where TDto : class, IResourceDto =>
        new((json, scope) => Write(json, page, scope), IsList: true);

    /// <summary>The members that a caller wants.</summary>
    /// <exception cref="ProblemException">There is none of such a name; the sentence lists those that there are.</exception>
    public static IReadOnlySet<string> Selected<TDto>(IReadOnlyList<string> names, McpWriters writers)
        where TDto : class, IResourceDto
    {
        var known = writers.Lists.For<TDto>().SelectableNames;
        return names.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new ProblemException(new Problem.BadRequest(
                $"select has '{MisleadingSigns.Quoted(unknown)}'; it can have {string.Join(", ", known.Order(StringComparer.Ordinal))}."))
            : names.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes a page. Its first element is written however large it is; the others as long as all that was written fits.</summary>
    public static void Write<TDto>(Utf8JsonWriter json, Page<TDto> page, ResultScope scope)
        where TDto : class, IResourceDto
    {
        var writer = scope.Writers.Lists.For<TDto>();
        var documents = new HalDocumentWriter(json, scope.Writers.Lists);
        var written = 0;
        json.WriteStartObject();
        json.WriteStartArray(Items);
        for (var i = 0; i < page.Items.Count && (i == 0 || json.BytesCommitted + json.BytesPending < scope.MaxBytes); i++, written++)
        {
            if (page.Query.Select?.Elements is { } members)
                writer.WriteSelected(json, page.Items[i], page.Access, members, documents);
            else if (page.Elements is { } elements)
                elements[i].Accept(documents);
            else
                writer.Write(json, page.Items[i], page.Access, embedded: null, documents);
        }

        json.WriteEndArray();
        json.WriteNumber(Names.Total, page.Total);
        WritePlace(json, page, isWhole: written == page.Items.Count);
        if (page.Groups is { } groups)
            CollectionWriter.WriteGroups(json, groups);
        if (page.TotalSums is { } sums)
            CollectionWriter.WriteSums(json, "totalSums", sums);
        if (written < page.Items.Count)
            WriteRest(json, page, written);
        json.WriteEndObject();
    }

    private static void WritePlace<TDto>(Utf8JsonWriter json, Page<TDto> page, bool isWhole)
        where TDto : class, IResourceDto
    {
        if (page.Query.PageSize is not { } size)
            return;
        json.WriteNumber("page", page.Query.Offset);
        json.WriteNumber(Names.PageSize, size);
        if (isWhole && (long)page.Query.Offset * size < page.Total)
            json.WriteNumber("nextPage", page.Query.Offset + 1);
    }

    // The next page would pass over what did not fit; smaller pages reach it, the first of them with what this one began with.
    private static void WriteRest<TDto>(Utf8JsonWriter json, Page<TDto> page, int written)
        where TDto : class, IResourceDto
    {
        json.WriteBoolean("truncated", true);
        json.WriteNumber("omitted", page.Items.Count - written);
        if (page.Query.PageSize is { } size)
        {
            json.WriteStartObject("retryWith");
            json.WriteNumber("page", ((page.Query.Offset - 1) * size / written) + 1);
            json.WriteNumber("page_size", written);
            json.WriteEndObject();
        }

        json.WriteString("hint", "The last elements of this page did not fit. Go on with smaller pages (retryWith), or ask for fewer members or narrower.");
    }
}
