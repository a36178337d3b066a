using System.Text.Json;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Patches;

/// <summary>Changes a list of complex values in a record.</summary>
/// <param name="record">The record.</param>
/// <param name="attribute">The list.</param>
/// <param name="removed">Takes down what elements were taken from.</param>
internal sealed class ScimListPatch(ScimRecord record, ScimAttribute attribute, HashSet<ScimAttribute> removed)
{
    private readonly List<ScimRecord> list = record.List(attribute);

    /// <summary>Changes it.</summary>
    /// <exception cref="Common.ProblemException">There is no such element, or the value is of the wrong kind.</exception>
    public void Change(ScimOperationKind kind, ScimFilter? filter, ScimAttribute? sub, JsonElement? value)
    {
        var matching = filter is null ? [.. list] : list.FindAll(element => element.Fulfils(filter, attribute));
        switch (kind)
        {
            case ScimOperationKind.Remove when sub is not null:
                Remove(matching, sub);
                break;
            case ScimOperationKind.Remove:
                Remove(filter is null && value is not null ? Named(value.Value) : matching);
                break;
            case ScimOperationKind.Replace when filter is not null && matching.Count == 0:
                throw ScimErrors.Of(ScimErrors.NoTarget, $"No element of '{attribute.Name}' is so.");
            case ScimOperationKind.Replace when filter is null && sub is null:
                list.Clear();
                removed.Add(attribute);
                Add(Elements(value!.Value));
                break;
            default:
                Put(kind, filter, sub, value!.Value, matching);
                break;
        }

        record.Set(attribute, list.Count == 0 ? null : list);
    }

    private StringComparer Rule => attribute.Sub("value")!.CaseExact ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private void Put(ScimOperationKind kind, ScimFilter? filter, ScimAttribute? sub, JsonElement value, List<ScimRecord> matching)
    {
        if (filter is null && sub is null)
        {
            Add(Elements(value));
            return;
        }

        // What is to be set where nothing is yet makes the element that the filter describes, as Entra ID asks for it.
        if (matching.Count == 0 && (filter is null ? new ScimRecord() : ScimElements.Described(filter, attribute)) is { } made)
        {
            Append(made);
            matching.Add(made);
        }

        foreach (var element in matching)
        {
            if (sub is not null)
                Set(element, sub, ScimValues.Read(sub, value));
            else if (Elements(value) is [var given])
                Become(element, given, keepsOthers: kind == ScimOperationKind.Add);
        }
    }

    private void Set(ScimRecord element, ScimAttribute sub, object? value)
    {
        element.Set(sub, value);
        if (value is true && sub.Name == "primary")
            BePrimary(element, sub);
    }

    private void Become(ScimRecord element, ScimRecord given, bool keepsOthers)
    {
        foreach (var sub in attribute.SubAttributes)
        {
            if (given.Has(sub) || !keepsOthers)
                Set(element, sub, given[sub]);
        }
    }

    private void Add(List<ScimRecord> elements)
    {
        var value = attribute.Sub("value")!;
        var known = new Dictionary<string, ScimRecord>(Rule);
        foreach (var element in list)
        {
            if (element.Text(value) is { } text)
                known.TryAdd(text, element);
        }

        foreach (var given in elements)
        {
            var text = given.Text(value);
            if (text is null || !known.TryGetValue(text, out var element))
            {
                element = new ScimRecord();
                Append(element);
                if (text is not null)
                    known.Add(text, element);
            }

            Become(element, given, keepsOthers: true);
        }
    }

    private void Append(ScimRecord element)
    {
        if (list.Count == attribute.MostElements)
            throw ScimValues.TooMany(attribute);
        list.Add(element);
    }

    // There is one primary value at most (RFC 7643 section 2.4).
    private void BePrimary(ScimRecord element, ScimAttribute primary)
    {
        foreach (var other in list.Where(other => other != element && other.Has(primary)))
            other.Set(primary, false);
    }

    private void Remove(List<ScimRecord> elements, ScimAttribute sub)
    {
        if (elements.Count > 0 && sub.Demanded)
            throw ScimErrors.Of(ScimErrors.Mutability, $"'{attribute.Name}.{sub.Name}' is required and cannot be removed.");
        foreach (var element in elements)
            element.Set(sub, null);
    }

    private void Remove(List<ScimRecord> elements)
    {
        var gone = new HashSet<ScimRecord>(elements, ReferenceEqualityComparer.Instance);
        list.RemoveAll(gone.Contains);
        removed.Add(attribute);
    }

    private List<ScimRecord> Named(JsonElement json)
    {
        var value = attribute.Sub("value")!;
        var named = Elements(json).Select(element => element.Text(value)).ToHashSet(Rule);
        return list.FindAll(element => element.Text(value) is { } text && named.Contains(text));
    }

    private List<ScimRecord> Elements(JsonElement json) => ScimValues.Read(attribute, json) as List<ScimRecord> ?? [];
}
