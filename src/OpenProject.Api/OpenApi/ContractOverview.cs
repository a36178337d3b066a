using System.Text;
using Microsoft.OpenApi;

namespace OpenProject.Api.OpenApi;

/// <summary>The operations of a document as a list for people: how far the API is.</summary>
internal static class ContractOverview
{
    // What the published document has.
    private const int Published = 275;

    /// <summary>The list, as Markdown.</summary>
    public static string Of(OpenApiDocument document)
    {
        var operations = document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(o => (Path: path.Key, Method: o.Key.Method, Operation: o.Value))).ToList();
        var text = new StringBuilder();
        text.Append("# Operations of API v3\n\n");
        text.Append($"{operations.Count} operations. The published description has {Published}, most of which are among them; docs/compatibility.md tells the others. Written by the same verb as the documents beside it.\n");
        foreach (var tag in operations.GroupBy(o => o.Operation.Tags!.First().Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {tag.Key}\n\n| operation | request | |\n| --- | --- | --- |\n");
            foreach (var (path, method, operation) in tag)
                text.Append($"| `{operation.OperationId}` | {method} `{path}` | {operation.Summary} |\n");
        }

        return text.ToString();
    }
}
