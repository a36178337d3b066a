using System.Text.Json.Serialization;

namespace OpenProject.Api.WellKnown;

/// <summary>Writes the documents under <c>/.well-known/</c> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpenProjectMetadata))]
[JsonSerializable(typeof(AuthorizationServerMetadata))]
[JsonSerializable(typeof(ProtectedResourceMetadata))]
internal sealed partial class WellKnownJsonContext : JsonSerializerContext;
