using System.Text.Json.Serialization;

namespace OpenProject.Api.V3.Root;

/// <summary>The entry document (contract component <c>RootModel</c>).</summary>
/// <param name="InstanceName">The name of the installation.</param>
/// <param name="CoreVersion">The release of OpenProject whose API is answered; told to administrators only.</param>
/// <param name="Links">Where everything else is.</param>
public sealed record RootModel(
    string InstanceName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CoreVersion,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, HalLink> Links)
{
    /// <summary><c>Root</c></summary>
    [JsonPropertyName("_type")]
    [JsonPropertyOrder(-1)]
    public string Type => "Root";
}
