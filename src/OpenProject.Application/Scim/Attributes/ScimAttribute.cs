namespace OpenProject.Application.Scim.Attributes;

/// <summary>One attribute and its characteristics (RFC 7643 sections 2 and 7). Everything that knows attributes by name knows them from here.</summary>
/// <param name="Name">Its name, as answers spell it; requests may in any case.</param>
/// <param name="Type">The kind of its values.</param>
public sealed record ScimAttribute(string Name, ScimType Type)
{
    /// <summary>Whether it is a list.</summary>
    public bool MultiValued { get; init; }

    /// <summary>Most elements of a list, where it is kept in memory to be changed.</summary>
    public int MostElements { get; init; } = 100;

    /// <summary>Whether it is published as required.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a resource without it is refused; providers leave out some that are published as required.</summary>
    public bool Demanded { get; init; }

    /// <summary>Whether case matters where values are compared.</summary>
    public bool CaseExact { get; init; }

    /// <summary>When it may be written.</summary>
    public ScimMutability Mutability { get; init; }

    /// <summary>Whether it is one of a kind: <c>none</c> or <c>server</c>.</summary>
    public string Uniqueness { get; init; } = "none";

    /// <summary>When it is told: <c>default</c>, or <c>always</c>.</summary>
    public string Returned { get; init; } = "default";

    /// <summary>Whether it is told to those alone who ask for it by name.</summary>
    public bool OnRequest { get; init; }

    /// <summary>Whether the published schema passes over it.</summary>
    public bool Unpublished { get; init; }

    /// <summary>What it becomes when it is removed; null for nothing.</summary>
    public object? WhenRemoved { get; init; }

    /// <summary>The values that it has, where there are few.</summary>
    public IReadOnlyList<string> CanonicalValues { get; init; } = [];

    /// <summary>What a complex one consists of.</summary>
    public IReadOnlyList<ScimAttribute> SubAttributes { get; init; } = [];

    /// <summary>The one of that name among those it consists of; null when there is none.</summary>
    public ScimAttribute? Sub(string name) => Among(SubAttributes, name);

    /// <summary>The one of that name; null when there is none. Names are compared without regard to case (RFC 7643 section 2.1).</summary>
    public static ScimAttribute? Among(IReadOnlyList<ScimAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute;
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(ScimAttribute? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
