namespace OpenProject.Application.Scim.Filters;

/// <summary>The name of an attribute, or of one of its sub-attributes.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Sub">The sub-attribute, if one is meant.</param>
public sealed record ScimName(string Name, string? Sub);
