using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Errors;

namespace OpenProject.Api.WellKnown;

/// <summary>Documents under <c>/.well-known/</c> (RFC 8615): public, the same for everyone, read also by scripts of other origins.</summary>
[ApiController]
[ApiArea(ApiArea.WellKnown)]
[ExactPath]
public abstract class WellKnownController : ControllerBase
{
    private const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>What may be asked, also by scripts of other origins.</summary>
    [HttpOptions]
    [ApiExplorerSettings(IgnoreApi = true)]
    public NoContentResult Options()
    {
        Response.Headers.Allow = Methods;
        Response.Headers.AccessControlAllowMethods = Methods;
        Response.Headers.AccessControlAllowHeaders = "Authorization, Content-Type, If-None-Match, MCP-Protocol-Version";
        Response.Headers.AccessControlMaxAge = "86400";
        return NoContent();
    }

    /// <summary>A document that depends on settings, which caches may keep for five minutes.</summary>
    private protected FileContentResult Document<T>(T document, JsonTypeInfo<T> type)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return File(JsonSerializer.SerializeToUtf8Bytes(document, type), "application/json; charset=utf-8");
    }
}
