namespace OpenProject.Application.Scim.Attributes;

/// <summary>Kinds of values (RFC 7643 section 2.3) that attributes here have.</summary>
public enum ScimType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A moment.</summary>
    DateTime,

    /// <summary>An address.</summary>
    Reference,

    /// <summary>Attributes of its own.</summary>
    Complex,
}
