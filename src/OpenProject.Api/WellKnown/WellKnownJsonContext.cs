using System.Text.Json.Serialization;

namespace OpenProject.Api.WellKnown;

/// <summary>Writes the documents under <c>/.well-known/</c> without reflection.</summary>
[JsonSerializable(typeof(OpenProjectMetadata))]
internal sealed partial class WellKnownJsonContext : JsonSerializerContext;
