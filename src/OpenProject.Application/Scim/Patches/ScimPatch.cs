using System.Globalization;
using System.Text.Json;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Patches;

/// <summary>Applies the operations of one request to the record of a resource, one after the other (RFC 7644 section 3.5.2).</summary>
/// <param name="schema">What the resource consists of.</param>
/// <param name="id">The resource.</param>
/// <param name="others">The list that is not in the record; null where there is none.</param>
internal sealed class ScimPatch(ScimSchema schema, long id, IScimTarget? others)
{
    private readonly HashSet<ScimAttribute> removed = [];
    private int changes;

    /// <summary>The record after them.</summary>
    /// <exception cref="Common.ProblemException">An operation is refused, or what is left is no resource.</exception>
    public ScimRecord Apply(ScimRecord record, IReadOnlyList<ScimOperation> operations)
    {
        foreach (var operation in operations)
            Apply(record, operation);
        if (removed.FirstOrDefault(attribute => attribute.Demanded && record[attribute] is null or List<ScimRecord> { Count: 0 }) is { Demanded: true } missing)
            throw ScimErrors.Of(ScimErrors.Mutability, $"'{missing.Name}' is required and cannot be removed.");
        ScimBody.Demand(record, schema);
        return record;
    }

    private void Apply(ScimRecord record, ScimOperation operation)
    {
        if (operation.Path is null || operation.Path.Equals(schema.Urn, StringComparison.OrdinalIgnoreCase))
        {
            if (operation is { Kind: ScimOperationKind.Remove, Path: null })
                throw ScimErrors.Of(ScimErrors.NoTarget, "An operation \"remove\" needs a path.");
            if (operation.Value is not { ValueKind: JsonValueKind.Object } members)
                throw ScimErrors.Of(ScimErrors.InvalidValue, "An operation without path needs an object for its value.");
            ApplyMembers(record, operation.Kind, members);
            return;
        }

        if (operation.Path.StartsWith(ScimSchema.Enterprise, StringComparison.OrdinalIgnoreCase))
            return;
        if (operation.Kind != ScimOperationKind.Remove && operation.Value is null)
            throw ScimErrors.Of(ScimErrors.InvalidValue, "An operation \"add\" or \"replace\" needs a value.");
        ApplyAt(record, operation.Kind, ScimPath.Parse(operation.Path), operation.Value, isPassedOver: false);
    }

    private void ApplyMembers(ScimRecord record, ScimOperationKind kind, JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            if (member.Name.Equals(schema.Urn, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.Object)
            {
                ApplyMembers(record, kind, member.Value);
                continue;
            }

            if (member.Name.Equals(schema.Id.Name, StringComparison.OrdinalIgnoreCase) && !IsOwnId(member.Value))
                throw ScimErrors.Of(ScimErrors.Mutability, "'id' cannot be changed.");
            var path = member.Name.Contains('[', StringComparison.Ordinal) ? ScimPath.Parse(member.Name) : new ScimPath(member.Name, null, null);
            ApplyAt(record, kind, path, member.Value, isPassedOver: true);
        }
    }

    // What is unknown, or is not to be written, is passed over where a value names it beside others.
    private void ApplyAt(ScimRecord record, ScimOperationKind kind, ScimPath path, JsonElement? value, bool isPassedOver)
    {
        if (++changes > ScimOperation.Most)
            throw ScimOperation.TooMany();
        var name = schema.Parse(path.Name);
        var attribute = name is null ? null : schema.Find(name.Name);
        var subName = name?.Sub ?? path.Sub;
        var sub = subName is null ? null : attribute?.Sub(subName);
        if (attribute is null || (subName is not null && sub is null) || (name?.Sub is not null && path.Filter is not null))
        {
            if (isPassedOver || schema.IsIgnored(path.Name))
                return;
            throw ScimErrors.Of(ScimErrors.InvalidPath, $"The path is invalid: there is no '{path.Name}{(path.Sub is null ? "" : "." + path.Sub)}'.");
        }

        if ((sub ?? attribute).Mutability == ScimMutability.ReadOnly || attribute.Mutability == ScimMutability.ReadOnly)
        {
            if (isPassedOver)
                return;
            throw ScimErrors.Of(ScimErrors.Mutability, $"'{attribute.Name}{(sub is null ? "" : "." + sub.Name)}' cannot be changed.");
        }

        if (attribute == others?.Attribute)
            others.Change(kind, path.Filter, sub, value);
        else if (attribute.MultiValued)
            new ScimListPatch(record, attribute, removed).Change(kind, path.Filter, sub, value);
        else if (path.Filter is not null)
            throw ScimErrors.Of(ScimErrors.InvalidPath, $"The path is invalid: '{attribute.Name}' is no list.");
        else
            ChangeSingle(record, kind, attribute, sub, value);
    }

    private static void ChangeSingle(ScimRecord record, ScimOperationKind kind, ScimAttribute attribute, ScimAttribute? sub, JsonElement? value)
    {
        if (sub is not null)
        {
            var part = record[attribute] as ScimRecord ?? new ScimRecord();
            Set(part, sub, kind, value);
            record.Set(attribute, part.Values.Count == 0 ? null : part);
        }
        else if (attribute.Type == ScimType.Complex && kind != ScimOperationKind.Remove && value is { ValueKind: JsonValueKind.Object })
        {
            var part = record[attribute] as ScimRecord ?? new ScimRecord();
            if (ScimValues.Read(attribute, value.Value) is ScimRecord given)
            {
                foreach (var (member, text) in given.Values)
                    part.Set(member, text);
            }

            record.Set(attribute, part.Values.Count == 0 ? null : part);
        }
        else
        {
            Set(record, attribute, kind, value);
        }
    }

    private static void Set(ScimRecord record, ScimAttribute attribute, ScimOperationKind kind, JsonElement? value)
    {
        var next = kind == ScimOperationKind.Remove ? null : ScimValues.Read(attribute, value!.Value);
        if (next is null && attribute.Demanded)
            throw ScimErrors.Of(ScimErrors.Mutability, $"'{attribute.Name}' is required and cannot be removed.");
        record.Set(attribute, next ?? attribute.WhenRemoved);
    }

    private bool IsOwnId(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() == id.ToString(CultureInfo.InvariantCulture);
}
