using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Http;

/// <summary>What the program is called that sends messages.</summary>
internal static class ClientName
{
    private const string Nameless = "MCP client";

    /// <summary>The name that a message gives its program, as each does since revision 2026-07-28; null for none.</summary>
    public static string? In(JsonElement message) =>
        message.TryGetProperty("params", out var parameters) && parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty("_meta", out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty(MetaKeys.ClientInfo, out var client) && client.ValueKind == JsonValueKind.Object
        && client.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    /// <summary>A name as it is kept: without signs that mislead, and of a length.</summary>
    public static string Of(string? name) => MisleadingSigns.Quoted(name ?? "", WorkPackageJournal.AgentLimit).Trim() is { Length: > 0 } clean ? clean : Nameless;
}
