using System.Text.Json;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Patches;

/// <summary>What an operation does (RFC 7644 section 3.5.2).</summary>
public enum ScimOperationKind
{
    /// <summary>Adds a value.</summary>
    Add,

    /// <summary>Puts a value in the place of another.</summary>
    Replace,

    /// <summary>Takes a value away.</summary>
    Remove,
}

/// <summary>One operation of a change.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Where; null for where the members of the value say.</param>
/// <param name="Value">By what; null where nothing was sent.</param>
internal sealed record ScimOperation(ScimOperationKind Kind, string? Path, JsonElement? Value)
{
    /// <summary>Most operations of one change, and most members of values without path: the resource is locked while they are done.</summary>
    public const int Most = 1000;

    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// <summary>The operations of a body.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidSyntax"/>.</exception>
    public static IReadOnlyList<ScimOperation> Read(JsonElement body)
    {
        // Some providers leave the schema out; one that names others means something else.
        if (ScimBody.Member(body, "schemas") is { ValueKind: JsonValueKind.Array } urns && urns.GetArrayLength() > 0)
            ScimBody.Names(body, Schema);
        if (ScimBody.Member(body, "Operations") is not { ValueKind: JsonValueKind.Array } operations)
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, "Missing PATCH \"operations\"");
        if (operations.GetArrayLength() > Most)
            throw TooMany();
        return [.. operations.EnumerateArray().Select(One)];
    }

    /// <summary>The refusal of more.</summary>
    public static Exception TooMany() => ScimErrors.Of(ScimErrors.TooLarge, $"The request has more than {Most} changes.");

    private static ScimOperation One(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, "A PATCH operation must be an object.");
        var path = ScimBody.Member(json, "path") switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            _ => throw ScimErrors.Of(ScimErrors.InvalidPath, "The path is invalid: it must be a text."),
        };
        return new ScimOperation(KindOf(ScimBody.Member(json, "op")), string.IsNullOrWhiteSpace(path) ? null : path, ScimBody.Member(json, "value"));
    }

    private static ScimOperationKind KindOf(JsonElement? op)
    {
        var word = op is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        foreach (var kind in Enum.GetValues<ScimOperationKind>())
        {
            if (word.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        throw ScimErrors.Of(ScimErrors.InvalidSyntax, $"Unrecognised PATCH \"op\" value of \"{word}\"");
    }
}
