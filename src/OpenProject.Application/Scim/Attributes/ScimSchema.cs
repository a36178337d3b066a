using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Attributes;

/// <summary>What a type of resources consists of (RFC 7643 sections 6 and 7), without the rows behind it.</summary>
public abstract class ScimSchema
{
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:";

    /// <summary>The schema of the enterprise extension, of which nothing is kept.</summary>
    public const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private readonly List<ScimAttribute> attributes = [];

    private protected ScimSchema(string name, string endpoint, string description)
    {
        (Name, Endpoint, Description, Urn) = (name, endpoint, description, Core + name);
        Schemas = Declare(new ScimAttribute("schemas", ScimType.Reference) { MultiValued = true, CaseExact = true, Returned = "always", Mutability = ScimMutability.ReadOnly });
        Id = Declare(new ScimAttribute("id", ScimType.String) { CaseExact = true, Uniqueness = "server", Returned = "always", Mutability = ScimMutability.ReadOnly });
    }

    /// <summary>The type: <c>User</c>.</summary>
    public string Name { get; }

    /// <summary>Where its resources lie below the base: <c>Users</c>.</summary>
    public string Endpoint { get; }

    /// <summary>A word about it.</summary>
    public string Description { get; }

    /// <summary>The schema's URN.</summary>
    public string Urn { get; }

    /// <summary>The attribute <c>schemas</c>.</summary>
    public ScimAttribute Schemas { get; }

    /// <summary>The attribute <c>id</c>.</summary>
    public ScimAttribute Id { get; }

    /// <summary>All attributes, in the order in which resources are told.</summary>
    public IReadOnlyList<ScimAttribute> Attributes => attributes;

    /// <summary>The attributes of the published schema, in its order.</summary>
    public IReadOnlyList<ScimAttribute> Published { get; private protected init; } = [];

    /// <summary>Attributes of RFC 7643, and sub-attributes with a dot, that are taken and not kept.</summary>
    public IReadOnlySet<string> Ignored { get; private protected init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that stand for a sub-attribute: <c>familyName</c>.</summary>
    private protected Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The attribute of a name, without URN; null when there is none.</summary>
    public ScimAttribute? Find(string name) => ScimAttribute.Among(attributes, name);

    /// <summary>
    /// Takes a name apart: <c>urn:...:User:name.givenName</c> is <c>name</c> and <c>givenName</c>. Null when it is that of another
    /// schema, or no name.
    /// </summary>
    public ScimName? Parse(string text)
    {
        if (text.StartsWith(Urn + ":", StringComparison.OrdinalIgnoreCase))
            text = text[(Urn.Length + 1)..];
        if (text.Contains(':', StringComparison.Ordinal))
            return null;
        if (Aliases.TryGetValue(text, out var alias))
            text = alias;
        return text.Split('.') switch
        {
            [{ Length: > 0 } name] => new ScimName(name, null),
            [{ Length: > 0 } name, { Length: > 0 } sub] => new ScimName(name, sub),
            _ => null,
        };
    }

    /// <summary>Whether a name is one of those that are taken and not kept, with or without URN and sub-attribute.</summary>
    public bool IsIgnored(string text)
    {
        if (text.StartsWith(Enterprise, StringComparison.OrdinalIgnoreCase))
            return true;
        return Parse(text) is { } name && (Ignored.Contains(name.Name) || Ignored.Contains($"{name.Name}.{name.Sub}"));
    }

    private protected ScimAttribute Declare(ScimAttribute attribute)
    {
        attributes.Add(attribute);
        return attribute;
    }
}
