using System.Globalization;
using System.Text.Json.Serialization;
using OpenProject.Application.Storages;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.Storages;

namespace OpenProject.Api.V3.Storages;

/// <summary>A file or folder in a storage (contract component <c>StorageFileModel</c>).</summary>
/// <param name="Id">The storage's number of it; its path where the storage counts none.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Location">Its path.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastModifiedAt">When it was last changed.</param>
/// <param name="CreatedByName">Whose it is.</param>
public sealed record StorageFileModel(
    string Id,
    string Name,
    string Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MimeType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Size = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? CreatedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? LastModifiedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CreatedByName = null)
{
    /// <summary>What the link to something says that can only be had in its folder.</summary>
    internal static readonly IReadOnlyDictionary<string, HalLink> NoLink =
        new Dictionary<string, HalLink>(StringComparer.Ordinal) { ["self"] = new("urn:openproject-org:api:v3:storages:storage_file:no_link_provided") };

    /// <summary><c>StorageFile</c></summary>
    [JsonPropertyName("_type")]
    public string Type => "StorageFile";

    /// <summary>It has no address of its own.</summary>
    [JsonPropertyName("_links")]
    public IReadOnlyDictionary<string, HalLink> Links => NoLink;

    /// <summary>What a storage tells of a file.</summary>
    internal static StorageFileModel Of(RemoteFile file) => new(
        file.Number?.ToString(CultureInfo.InvariantCulture) ?? file.Path.Value,
        file.Path.Name,
        file.Path.Value,
        file.IsFolder ? FileLink.Folder : file.MimeType,
        file.Size,
        file.CreatedAt,
        file.LastModifiedAt,
        file.OwnerName);

    /// <summary>A folder of which nothing but its place is known.</summary>
    internal static StorageFileModel Of(RemotePath folder) => new(folder.Value, folder.Name, folder.Value, FileLink.Folder);
}
