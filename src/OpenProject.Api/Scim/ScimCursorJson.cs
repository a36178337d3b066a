using System.Text.Json.Serialization;

namespace OpenProject.Api.Scim;

/// <summary>How the content of cursors becomes JSON, without reflection.</summary>
[JsonSerializable(typeof(ScimCursors.Content))]
internal sealed partial class ScimCursorJson : JsonSerializerContext;
