using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim;

/// <summary>One resource, as it is told.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Record">What is told of it.</param>
/// <param name="Version">Its version (<c>meta.version</c>, the entity tag).</param>
/// <param name="Location">Its address (<c>meta.location</c>).</param>
public sealed record ScimAnswer(long Id, ScimRecord Record, string Version, string Location)
{
    /// <summary>The names of the attributes that a write has set otherwise, with blanks between; empty where it was no write, or changed nothing.</summary>
    public string Changed { get; init; } = "";
}
