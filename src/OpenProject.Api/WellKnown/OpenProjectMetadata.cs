using System.Text.Json.Serialization;

namespace OpenProject.Api.WellKnown;

/// <summary>What anybody may know about this installation. More keys may come; clients pass over those they do not know.</summary>
/// <param name="InstallationUuid">Tells installations apart: a UUID of version 4, lower case. It survives renames, upgrades and moves.</param>
public sealed record OpenProjectMetadata([property: JsonPropertyName("installation_uuid")] string InstallationUuid);
