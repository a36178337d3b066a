using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim;

/// <summary>Which attributes are told (RFC 7644 section 3.9). It is known before anything is read, so that what is not told is not read.</summary>
public sealed class ScimProjection
{
    // The sub-attributes that are named; null where the whole attribute is.
    private readonly Dictionary<ScimAttribute, HashSet<ScimAttribute>?> named = [];
    private readonly bool includes;
    private readonly bool isDetailed;

    /// <summary>All that is told to those who name nothing.</summary>
    public ScimProjection()
    {
    }

    /// <summary>What a request names; of both lists the first counts. Names that nobody knows are passed over.</summary>
    public ScimProjection(ScimSchema schema, ScimCall call)
    {
        isDetailed = call.IsDetailed;
        var (attributes, excluded) = (call.Attributes, call.Excluded);
        includes = attributes is { Count: > 0 };
        foreach (var text in (includes ? attributes : excluded) ?? [])
            Add(schema, text.Trim());
    }

    /// <summary>Whether an attribute is told at all.</summary>
    public bool Wants(ScimAttribute attribute)
    {
        if (attribute.Returned == "always")
            return true;
        return named.TryGetValue(attribute, out var subs) ? includes || subs is not null : !includes;
    }

    /// <summary>Whether a sub-attribute of one that is told is told.</summary>
    public bool Wants(ScimAttribute attribute, ScimAttribute sub)
    {
        var isNamed = named.TryGetValue(attribute, out var subs) && subs?.Contains(sub) == true;
        if (sub.OnRequest && !isDetailed)
            return includes && isNamed;
        return subs is null || isNamed == includes;
    }

    /// <summary>The value of an attribute without the sub-attributes that are not told; null when nothing is left.</summary>
    public object? Trim(ScimAttribute attribute, object? value)
    {
        if (!named.TryGetValue(attribute, out var subs) || subs is null)
            return value;
        return value switch
        {
            ScimRecord record => Trim(attribute, record) is { Values.Count: > 0 } left ? left : null,
            List<ScimRecord> list => list.ConvertAll(element => Trim(attribute, element)),
            _ => value,
        };
    }

    private ScimRecord Trim(ScimAttribute attribute, ScimRecord record)
    {
        var trimmed = new ScimRecord(record.Values.Count);
        foreach (var (sub, value) in record.Values)
        {
            if (Wants(attribute, sub))
                trimmed.Set(sub, value);
        }

        return trimmed;
    }

    private void Add(ScimSchema schema, string text)
    {
        if (schema.Parse(text) is not { } name || schema.Find(name.Name) is not { } attribute)
            return;
        if (name.Sub is null)
        {
            named[attribute] = null;
        }
        else if (attribute.Sub(name.Sub) is { } sub)
        {
            if (!named.TryGetValue(attribute, out var subs))
                named[attribute] = subs = [];
            subs?.Add(sub);
        }
    }
}
