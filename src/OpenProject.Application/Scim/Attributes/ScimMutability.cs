namespace OpenProject.Application.Scim.Attributes;

/// <summary>When an attribute may be written (RFC 7643 section 2.2).</summary>
public enum ScimMutability
{
    /// <summary>Always.</summary>
    ReadWrite,

    /// <summary>Never; what is sent is passed over.</summary>
    ReadOnly,

    /// <summary>Once.</summary>
    Immutable,
}
