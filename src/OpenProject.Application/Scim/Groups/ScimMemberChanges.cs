using System.Globalization;
using System.Text.Json;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;
using OpenProject.Application.Scim.Patches;

namespace OpenProject.Application.Scim.Groups;

/// <summary>
/// Takes down what shall happen to the members of a group. Changes by ids that follow each other are folded, so that any number of
/// them is a statement or two, and reads nothing of who stays.
/// </summary>
internal sealed class ScimMemberChanges(ScimGroupType type) : IScimTarget
{
    private readonly List<ScimMemberStep> steps = [];

    public ScimAttribute Attribute => type.Members;

    public bool IsChanged => steps.Count > 0;

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<ScimMemberStep> Steps => steps;

    /// <summary>These alone are members from now on.</summary>
    public void Replace(object? elements)
    {
        steps.Clear();
        steps.Add(new ScimMemberStep.Exactly(Ids(elements)));
    }

    public void Change(ScimOperationKind kind, ScimFilter? filter, ScimAttribute? sub, JsonElement? value)
    {
        if (sub is not null)
            throw ScimErrors.Of(ScimErrors.Mutability, $"'members.{sub.Name}' cannot be changed: add and remove members.");
        if (filter is not null)
            ChangeSome(kind, filter, value);
        else if (kind == ScimOperationKind.Add)
            Add(Ids(Read(value!.Value)));
        else if (kind == ScimOperationKind.Replace)
            Replace(Read(value!.Value));
        else if (value is null or { ValueKind: JsonValueKind.Null })
            Replace(elements: null);
        else
            Remove(Ids(Read(Unwrapped(value.Value))));
    }

    private void ChangeSome(ScimOperationKind kind, ScimFilter filter, JsonElement? value)
    {
        var named = Named(filter);
        switch (kind)
        {
            case ScimOperationKind.Remove when named is not null:
                Remove(named);
                break;
            case ScimOperationKind.Remove:
                steps.Add(new ScimMemberStep.Where(filter, Instead: null));
                break;
            case ScimOperationKind.Replace:
                steps.Add(new ScimMemberStep.Where(filter, Ids(Read(value!.Value))));
                break;
            default:
                // What a filter describes by its value alone is that member.
                Add(named ?? throw ScimErrors.Of(ScimErrors.NoTarget, "Members are added by their values."));
                break;
        }
    }

    // The ids that a filter names, where it says nothing else: value eq "1" or value eq "2".
    private HashSet<long>? Named(ScimFilter filter)
    {
        var ids = new HashSet<long>();
        foreach (var part in filter is ScimFilter.Any any ? any.Parts : [filter])
        {
            if (part is not ScimFilter.Test { Operator: ScimOperator.Eq, Value: string text } test || !test.Name.Equals(type.Value.Name, StringComparison.OrdinalIgnoreCase))
                return null;
            if (IdOf(text) is { } id)
                ids.Add(id);
        }

        return ids;
    }

    private void Add(HashSet<long> ids)
    {
        switch (steps.LastOrDefault())
        {
            case ScimMemberStep.Exactly last:
                last.Members.UnionWith(ids);
                break;
            case ScimMemberStep.Some last:
                last.Added.UnionWith(ids);
                last.Removed.ExceptWith(ids);
                break;
            default:
                steps.Add(new ScimMemberStep.Some(ids, []));
                break;
        }
    }

    private void Remove(HashSet<long> ids)
    {
        switch (steps.LastOrDefault())
        {
            case ScimMemberStep.Exactly last:
                last.Members.ExceptWith(ids);
                break;
            case ScimMemberStep.Some last:
                last.Removed.UnionWith(ids);
                last.Added.ExceptWith(ids);
                break;
            default:
                steps.Add(new ScimMemberStep.Some([], ids));
                break;
        }
    }

    private object? Read(JsonElement value) => ScimValues.Read(type.Members, value);

    // Some send {"members": [...]} where the path has said so already.
    private static JsonElement Unwrapped(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && ScimBody.Member(value, "members") is { } members ? members : value;

    // Who is no user of any id is dropped; what is no user at all is refused.
    private HashSet<long> Ids(object? elements)
    {
        var ids = new HashSet<long>();
        foreach (var element in elements as List<ScimRecord> ?? [])
        {
            if (element.Text(type.MemberType) is { Length: > 0 } kind && !kind.Equals(ScimGroupType.MemberKind, StringComparison.OrdinalIgnoreCase))
                throw ScimErrors.Of(ScimErrors.InvalidSyntax, $"Unsupported type \"{kind}\"");
            if (element.Text(type.Value) is not { Length: > 0 } text)
                throw ScimErrors.Of(ScimErrors.InvalidValue, "Invalid resource: Members value is required.");
            if (IdOf(text) is { } id)
                ids.Add(id);
        }

        return ids;
    }

    private static long? IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}
