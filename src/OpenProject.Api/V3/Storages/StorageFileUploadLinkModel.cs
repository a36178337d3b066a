using System.Text.Json.Serialization;

namespace OpenProject.Api.V3.Storages;

/// <summary>Where a new file may be sent (contract component <c>StorageFileUploadLinkModel</c>).</summary>
public sealed record StorageFileUploadLinkModel
{
    /// <summary>Where a new file may be sent.</summary>
    /// <param name="destination">The address.</param>
    public StorageFileUploadLinkModel(Uri destination) => Links = new Dictionary<string, HalLink>(StringComparer.Ordinal)
    {
        ["self"] = new("urn:openproject-org:api:v3:storages:upload_link:no_link_provided"),
        ["destination"] = new(destination.AbsoluteUri),
    };

    /// <summary><c>UploadLink</c></summary>
    [JsonPropertyName("_type")]
    public string Type => "UploadLink";

    /// <summary>The address, in <c>destination</c>.</summary>
    [JsonPropertyName("_links")]
    public IReadOnlyDictionary<string, HalLink> Links { get; }
}
