using System.Text.Json.Serialization;

namespace OpenProject.Api.V3;

/// <summary>A link of a small, fixed document.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Title">The label; null for none.</param>
public sealed record HalLink(
    string Href, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null);
