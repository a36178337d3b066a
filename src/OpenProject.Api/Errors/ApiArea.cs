namespace OpenProject.Api.Errors;

/// <summary>The APIs, each with its own format of errors.</summary>
public enum ApiArea
{
    /// <summary>API v3: HAL <c>Error</c> objects.</summary>
    V3,

    /// <summary>SCIM 2.0.</summary>
    Scim,

    /// <summary>BCF API 2.1.</summary>
    Bcf,

    /// <summary>Model Context Protocol.</summary>
    Mcp,

    /// <summary>OAuth 2.0.</summary>
    OAuth,

    /// <summary>The documents under <c>/.well-known/</c>.</summary>
    WellKnown,

    /// <summary>The pages that people open in a browser.</summary>
    Pages,
}

/// <summary>Names the area of a controller's endpoints.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiAreaAttribute(ApiArea area) : Attribute
{
    /// <summary>The area.</summary>
    public ApiArea Area { get; } = area;
}
