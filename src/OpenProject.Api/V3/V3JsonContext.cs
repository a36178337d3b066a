using System.Text.Json.Serialization;
using OpenProject.Api.V3.Capabilities;
using OpenProject.Api.V3.Configuration;
using OpenProject.Api.V3.Root;
using OpenProject.Api.V3.SavedQueries;
using OpenProject.Api.V3.Storages;

namespace OpenProject.Api.V3;

/// <summary>Generated serializers of the small, fixed documents; everything else is written by declarations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RootModel))]
[JsonSerializable(typeof(ConfigurationModel))]
[JsonSerializable(typeof(ProjectConfigurationModel))]
[JsonSerializable(typeof(GlobalContextModel))]
[JsonSerializable(typeof(StorageFilesModel))]
[JsonSerializable(typeof(StorageFileModel))]
[JsonSerializable(typeof(StorageFileUploadLinkModel))]
[JsonSerializable(typeof(QueryOrderChange))]
[JsonSerializable(typeof(QueryOrderModel))]
[JsonSerializable(typeof(IReadOnlyDictionary<long, int>))]
public sealed partial class V3JsonContext : JsonSerializerContext;
