using System.Text.Json.Serialization;

namespace OpenProject.Api.V3.Configuration;

/// <summary>What clients need to know of the installation's settings (contract component <c>ConfigurationModel</c>).</summary>
/// <param name="HostName">The host that people reach the installation at.</param>
/// <param name="MaximumAttachmentFileSize">The largest attachment, in bytes.</param>
/// <param name="PerPageOptions">Page sizes to offer.</param>
/// <param name="DurationFormat"><c>hours_only</c> or <c>days_and_hours</c>.</param>
/// <param name="ActiveFeatureFlags">Features that are switched on.</param>
/// <param name="Links">The document's links.</param>
public record ConfigurationModel(
    string HostName,
    long MaximumAttachmentFileSize,
    IReadOnlyList<int> PerPageOptions,
    string DurationFormat,
    IReadOnlyList<string> ActiveFeatureFlags,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, HalLink> Links)
{
    /// <summary><c>Configuration</c></summary>
    [JsonPropertyName("_type")]
    [JsonPropertyOrder(-1)]
    public string Type => "Configuration";
}
