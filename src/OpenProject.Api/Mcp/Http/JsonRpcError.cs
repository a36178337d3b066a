using OpenProject.Api.Errors;
using OpenProject.Api.Hal;

namespace OpenProject.Api.Mcp.Http;

/// <summary>Writes error objects of JSON-RPC 2.0 (section 5.1) where the SDK is not asked.</summary>
internal static class JsonRpcError
{
    /// <summary>Answers a message.</summary>
    public static async Task WriteAsync(HttpContext http, JsonRpcRefusal refusal)
    {
        using var buffer = new HalBuffer();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteString("jsonrpc", "2.0");
        json.WritePropertyName("id");
        json.WriteRawValue(refusal.Id);
        json.WriteStartObject("error");
        json.WriteNumber("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        await ErrorBody.WriteAsync(http, refusal.Status, "application/json", buffer.Written);
    }
}
