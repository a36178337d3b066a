using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>One operation of a bulk request (RFC 7644 section 3.7).</summary>
internal sealed partial class ScimBulkOperation
{
    private ScimBulkOperation(string method, string path, string? bulkId, string? version, JsonElement? data) =>
        (Method, Path, BulkId, Version, Data, References) = (method, path, bulkId, version, data, [.. ReferencesIn(path), .. data is { } value ? ReferencesIn(value) : []]);

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Where, below the base.</summary>
    public string Path { get; }

    /// <summary>How others of the request call what it makes.</summary>
    public string? BulkId { get; }

    /// <summary>The version that must be changed.</summary>
    public string? Version { get; }

    /// <summary>The body.</summary>
    public JsonElement? Data { get; }

    /// <summary>What it calls by their bulk ids.</summary>
    public HashSet<string> References { get; }

    /// <summary>The operation of an element.</summary>
    /// <exception cref="Application.Common.ProblemException"><see cref="ScimErrors.InvalidSyntax"/>.</exception>
    public static ScimBulkOperation Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong("An operation must be an object.");
        string? method = null, path = null, bulkId = null, version = null;
        JsonElement? data = null;
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name.ToLowerInvariant())
            {
                case "method":
                    method = TextOf(member.Value)?.ToUpperInvariant();
                    break;
                case "path":
                    path = TextOf(member.Value);
                    break;
                case "bulkid":
                    bulkId = TextOf(member.Value);
                    break;
                case "version":
                    version = TextOf(member.Value);
                    break;
                case "data":
                    data = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value;
                    break;
            }
        }

        if (method is not ("POST" or "PUT" or "PATCH" or "DELETE"))
            throw Wrong("The method of an operation is POST, PUT, PATCH or DELETE.");
        return new ScimBulkOperation(method, path ?? throw Wrong("An operation needs a path."), string.IsNullOrEmpty(bulkId) ? null : bulkId, version, data);
    }

    /// <summary>A text with bulk ids replaced by the ids that they have got.</summary>
    public static string Resolved(string text, IReadOnlyDictionary<string, string> ids) =>
        text.Contains("bulkId:", StringComparison.Ordinal) ? Reference().Replace(text, match => ids.GetValueOrDefault(match.Groups["id"].Value, match.Value)) : text;

    private static IEnumerable<string> ReferencesIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ReferencesIn(json.GetString()!),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(ReferencesIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => ReferencesIn(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> ReferencesIn(string text) =>
        text.Contains("bulkId:", StringComparison.Ordinal) ? Reference().Matches(text).Select(match => match.Groups["id"].Value) : [];

    private static string? TextOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Null => null,
        _ => throw Wrong("Members of operations beside the data are texts."),
    };

    private static Application.Common.ProblemException Wrong(string why) => ScimErrors.Of(ScimErrors.InvalidSyntax, why);

    // A value as a whole, or a part of a path: "bulkId:x", "/Users/bulkId:x", members[value eq "bulkId:x"].
    [GeneratedRegex("(?<![A-Za-z0-9])bulkId:(?<id>[^\"/\\]\\s]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
