using System.Text.Json.Serialization;
using OpenProject.Application.Storages;

namespace OpenProject.Api.V3.Storages;

/// <summary>What is in a folder of a storage (contract component <c>StorageFilesModel</c>).</summary>
/// <param name="Files">The files and folders in it.</param>
/// <param name="Parent">The folder.</param>
/// <param name="Ancestors">What the folder is in, and what that is in; the root first. Their ids are their paths.</param>
public sealed record StorageFilesModel(IReadOnlyList<StorageFileModel> Files, StorageFileModel Parent, IReadOnlyList<StorageFileModel> Ancestors)
{
    /// <summary><c>StorageFiles</c></summary>
    [JsonPropertyName("_type")]
    public string Type => "StorageFiles";

    /// <summary>It has no address of its own.</summary>
    [JsonPropertyName("_links")]
    public IReadOnlyDictionary<string, HalLink> Links => StorageFileModel.NoLink;

    /// <summary>What a storage tells of a folder.</summary>
    internal static StorageFilesModel Of(RemoteFolder folder) =>
        new([.. folder.Files.Select(StorageFileModel.Of)], StorageFileModel.Of(folder.Self), [.. folder.Self.Path.Ancestors.Select(StorageFileModel.Of)]);
}
