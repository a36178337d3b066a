namespace OpenProject.Application.Scim.Attributes;

/// <summary>
/// Attributes and their values, in the order in which they were set: a resource, or one complex value. A value is a text, a truth, a
/// moment (UTC), a record, a list of records or texts, or what a type has of its own for a long list; an attribute without value is not
/// there (RFC 7643 section 2.5).
/// </summary>
public sealed class ScimRecord
{
    private readonly List<KeyValuePair<ScimAttribute, object>> values;

    /// <summary>One with nothing in it.</summary>
    public ScimRecord() => values = [];

    /// <summary>One with room for some attributes.</summary>
    public ScimRecord(int capacity) => values = new(capacity);

    /// <summary>What is in it.</summary>
    public IReadOnlyList<KeyValuePair<ScimAttribute, object>> Values => values;

    /// <summary>The value of an attribute; null when it has none.</summary>
    public object? this[ScimAttribute attribute] => IndexOf(attribute) is var at and >= 0 ? values[at].Value : null;

    /// <summary>Whether an attribute has a value.</summary>
    public bool Has(ScimAttribute attribute) => IndexOf(attribute) >= 0;

    /// <summary>Sets a value; null takes the attribute out.</summary>
    public void Set(ScimAttribute attribute, object? value)
    {
        var at = IndexOf(attribute);
        if (value is null)
        {
            if (at >= 0)
                values.RemoveAt(at);
        }
        else if (at >= 0)
        {
            values[at] = new(attribute, value);
        }
        else
        {
            values.Add(new(attribute, value));
        }
    }

    /// <summary>The text of an attribute.</summary>
    public string? Text(ScimAttribute attribute) => this[attribute] as string;

    /// <summary>The elements of a list.</summary>
    public List<ScimRecord> List(ScimAttribute attribute) => this[attribute] as List<ScimRecord> ?? [];

    /// <summary>One that can be changed without this one's changing.</summary>
    public ScimRecord Copy()
    {
        var copy = new ScimRecord(values.Count);
        foreach (var (attribute, value) in values)
            copy.values.Add(new(attribute, CopyOf(value)));
        return copy;
    }

    /// <summary>Whether two values of an attribute say the same.</summary>
    public static bool IsSame(object? one, object? other) => (one, other) switch
    {
        (ScimRecord a, ScimRecord b) => a.values.Count == b.values.Count && a.values.TrueForAll(value => IsSame(value.Value, b[value.Key])),
        (List<ScimRecord> a, List<ScimRecord> b) => a.Count == b.Count && a.Zip(b).All(pair => IsSame(pair.First, pair.Second)),
        _ => Equals(one, other),
    };

    private static object CopyOf(object value) => value switch
    {
        ScimRecord record => record.Copy(),
        List<ScimRecord> list => list.ConvertAll(element => element.Copy()),
        _ => value,
    };

    private int IndexOf(ScimAttribute attribute)
    {
        for (var at = 0; at < values.Count; at++)
        {
            if (ReferenceEquals(values[at].Key, attribute))
                return at;
        }

        return -1;
    }
}
