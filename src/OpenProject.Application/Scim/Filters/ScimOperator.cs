namespace OpenProject.Application.Scim.Filters;

/// <summary>How a filter compares (RFC 7644 section 3.4.2.2).</summary>
public enum ScimOperator
{
    /// <summary>Is the same.</summary>
    Eq,

    /// <summary>Is another, or there is none.</summary>
    Ne,

    /// <summary>Contains it.</summary>
    Co,

    /// <summary>Starts with it.</summary>
    Sw,

    /// <summary>Ends with it.</summary>
    Ew,

    /// <summary>Is greater.</summary>
    Gt,

    /// <summary>Is not less.</summary>
    Ge,

    /// <summary>Is less.</summary>
    Lt,

    /// <summary>Is not greater.</summary>
    Le,
}
