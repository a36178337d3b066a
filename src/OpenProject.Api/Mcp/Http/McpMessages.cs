using System.Text.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Http;

/// <summary>
/// What stands between HTTP and the SDK once it is known who asks: the message is read and its shape checked, so that what the
/// SDK would trip over is answered as JSON-RPC has it; which program calls is noted; and who cannot read event streams is answered in
/// plain JSON. The catalogue of tools is asked for when a call needs it: a server that nobody calls so does without.
/// </summary>
internal sealed class McpMessages(RequestDelegate next, IOptions<McpOptions> options, IOptions<PublicAddress> address)
{
    private const string Session = "Mcp-Session-Id";
    private const int MaxDepth = 64;

    /// <summary>Passes the message on.</summary>
    /// <exception cref="ProblemException">It is too large, or the operator has switched the server off.</exception>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ApiAreaAttribute>()?.Area != ApiArea.Mcp)
        {
            await next(http);
            return;
        }

        if (!(await http.RequestServices.GetRequiredService<McpSwitchService>().GetAsync(http.RequestAborted)).IsOn(McpSwitches.Server))
            throw new ProblemException(new Problem.NotFound("The MCP server is switched off."));

        // There are no sessions, and the SDK refuses requests that have one from a server before.
        http.Request.Headers.Remove(Session);
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasJsonContentType())
        {
            await next(http);
            return;
        }

        var body = await BoundedBody.ReadAsync(http.Request, options.Value.MaxRequestBytes, http.RequestAborted);
        if (Refusal(body, http) is { } refusal)
        {
            await JsonRpcError.WriteAsync(http, refusal);
            return;
        }

        await http.RequestServices.GetRequiredService<CustomFieldRefreshService>().RefreshAsync(http.RequestAborted);
        http.Request.Body = new MemoryStream(body, writable: false);
        http.Request.ContentLength = body.Length;
        await AnswerAsync(http);
    }

    private JsonRpcRefusal? Refusal(byte[] body, HttpContext http)
    {
        try
        {
            using var message = StrictJson.Parse(body, MaxDepth);
            if (JsonRpcShape.Check(message.RootElement) is { } refusal)
                return refusal;
            Note(message.RootElement, http);
            return null;
        }
        catch (JsonException)
        {
            return new JsonRpcRefusal("null", (int)McpErrorCode.ParseError, "The request could not be parsed as JSON.", StatusCodes.Status400BadRequest);
        }
    }

    // What is written is written by whom the person let in, and else by what the program says of itself.
    private void Note(JsonElement message, HttpContext http)
    {
        var client = http.RequestServices.GetRequiredService<CurrentClient>();
        http.RequestServices.GetRequiredService<CurrentActor>().ActThrough(ClientName.Of(client.Application ?? ClientName.In(message)));
        if (!client.ReadsOnly || options.Value.ReadOnly || JsonRpcShape.ToolIn(message) is not { } name || http.RequestServices.GetRequiredService<ToolCatalogue>().Find(name) is not { Tool.Writes: true })
            return;
        var metadata = address.Value.BaseFor(http.Request) + ProtectedResource.Mcp.MetadataPath;
        Challenge.Attach(http, Challenge.Bearer(metadata, ProtectedResource.Mcp.Scope, BearerResult.InsufficientScope));
        throw new ProblemException(new Problem.Forbidden($"The tool writes, and needs the scope {ProtectedResource.Mcp.Scope}."));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var accept = http.Request.Headers.Accept.ToString();
        http.Request.Headers.Accept = "application/json, text/event-stream";
        if (accept.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            await GuardedAsync(http);
        else
            await EventStream.UnwrapAsync(http, () => GuardedAsync(http));
    }

    private async Task GuardedAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (JsonException) when (!http.Response.HasStarted)
        {
            await JsonRpcError.WriteAsync(
                http, new JsonRpcRefusal("null", (int)McpErrorCode.InvalidParams, "The parameters have another form.", StatusCodes.Status400BadRequest));
        }
    }
}
