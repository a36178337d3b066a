using System.Text.Json.Serialization;
using OpenProject.Application.Capabilities;

namespace OpenProject.Api.V3.Capabilities;

/// <summary>Where one is when one is in no project (contract component <c>View_global_contextModel</c>).</summary>
public sealed record GlobalContextModel
{
    /// <summary>There is one.</summary>
    public static GlobalContextModel Only { get; } = new();

    /// <summary><c>CapabilityContext::Global</c></summary>
    [JsonPropertyName("_type")]
    public string Type => "CapabilityContext::Global";

    /// <summary><c>global</c></summary>
    public string Id => "global";

    /// <summary>Itself.</summary>
    [JsonPropertyName("_links")]
    public IReadOnlyDictionary<string, HalLink> Links { get; } =
        new Dictionary<string, HalLink>(StringComparer.Ordinal) { ["self"] = new(CapabilityResource.GlobalContext, "Global") };
}
