using System.Text;
using System.Text.Json;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

/// <summary>What a query asks of the list of work packages.</summary>
internal static class QueryResults
{
    private const string ByHand = "manualSorting";

    /// <summary>Where the results are.</summary>
    public static string HrefOf(SavedQueryDto query) => Of(query, 1, pageSize: null).Href();

    /// <summary>A page of the results.</summary>
    /// <param name="query">The query.</param>
    /// <param name="offset">The page, from 1.</param>
    /// <param name="pageSize">Elements a page; null to leave it to the server.</param>
    public static CollectionQuery Of(SavedQueryDto query, int offset, int? pageSize)
    {
        var filters = query.Filters.Items.Select(f => new FilterClause(f.Name, f.Operator, f.Values)).ToList();
        var sorts = query.SortBy.Select(s => new SortClause(s.Column, s.Descending)).ToList();
        var isByHand = query.Id > 0 && (sorts.Exists(s => s.Name == ByHand) || filters.Exists(f => f.Operator == "ow"));
        var isBelow = query.ProjectId is not null && !query.IncludeSubprojects;
        var parameters = new List<KeyValuePair<string, string>> { new("filters", TextOf(filters)), new("sortBy", TextOf(sorts)) };
        if (query.GroupBy is { } group)
            parameters.Add(new("groupBy", group));
        if (query.Sums)
            parameters.Add(new("showSums", "true"));
        if (isBelow)
            parameters.Add(new("includeSubprojects", "false"));
        if (query.Timestamps is not ([] or [SavedQuery.CurrentTime]))
            parameters.Add(new("timestamps", string.Join(',', query.Timestamps)));
        if (isByHand)
            parameters.Add(new("queryId", query.Id.ToString()));
        return new CollectionQuery
        {
            Path = query.ProjectId is { } id ? $"{WorkspacePaths.Workspaces.Of(id)}/work_packages" : WorkPackageResource.Location.Value,
            Filters = filters,
            Sorts = sorts,
            Offset = offset,
            PageSize = pageSize,
            GroupBy = query.GroupBy,
            ShowSums = query.Sums,
            WorkspaceId = query.ProjectId,
            Timestamps = query.Timestamps,
            QueryId = isByHand ? query.Id : null,
            IncludeSubprojects = isBelow ? false : null,
            Parameters = parameters,
        };
    }

    private static string TextOf(List<FilterClause> filters) => Json(json =>
    {
        foreach (var filter in filters)
        {
            json.WriteStartObject();
            json.WriteStartObject(filter.Name);
            json.WriteString("operator", filter.Operator);
            json.WriteStartArray("values");
            foreach (var value in filter.Values)
                json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    private static string TextOf(List<SortClause> sorts) => Json(json =>
    {
        foreach (var sort in sorts)
        {
            json.WriteStartArray();
            json.WriteStringValue(sort.Name);
            json.WriteStringValue(sort.IsDescending ? "desc" : "asc");
            json.WriteEndArray();
        }
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
