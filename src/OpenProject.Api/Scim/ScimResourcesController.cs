using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>The operations on the resources of one type (RFC 7644 section 3.2).</summary>
/// <param name="resources">The resources.</param>
public abstract class ScimResourcesController(IScimResources resources) : ScimController
{
    private const string One = "{id}";

    private string Binding => $"{resources.Schema.Endpoint} {Caller!.Id}";

    /// <summary>A page of them.</summary>
    [HttpGet]
    public Task List() => ListAsync(ScimListRequest.Of(Request.Query));

    /// <summary>The same, asked for by a body.</summary>
    [HttpPost(".search")]
    public async Task Search()
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        await ListAsync(ScimListRequest.Of(body.RootElement));
    }

    /// <summary>One of them.</summary>
    [HttpGet(One)]
    public async Task Show(string id)
    {
        var answer = await resources.FindAsync(IdOf(id), Call(ScimListRequest.Of(Request.Query)), Ended);
        if (!IsKnown(answer.Version))
            await SendAsync(StatusCodes.Status200OK, answer);
    }

    /// <summary>Makes one.</summary>
    [HttpPost]
    public async Task Create()
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        var call = Call(ScimListRequest.Of(Request.Query));
        var answer = await resources.CreateAsync(body.RootElement, call, Ended);
        Notes.Written(call, Request.Method, resources.Schema, answer);
        Response.Headers.Location = answer.Location;
        await SendAsync(StatusCodes.Status201Created, answer);
    }

    /// <summary>Replaces one.</summary>
    [HttpPut(One)]
    public async Task Replace(string id)
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        var call = Call(ScimListRequest.Of(Request.Query));
        var answer = await resources.ReplaceAsync(IdOf(id), body.RootElement, IfMatch, call, Ended);
        Notes.Written(call, Request.Method, resources.Schema, answer);
        await SendAsync(StatusCodes.Status200OK, answer);
    }

    /// <summary>Changes one.</summary>
    [HttpPatch(One)]
    public async Task Change(string id)
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        var call = Call(ScimListRequest.Of(Request.Query));
        var answer = await resources.PatchAsync(IdOf(id), body.RootElement, IfMatch, call, Ended);
        Notes.Written(call, Request.Method, resources.Schema, answer);
        await SendAsync(StatusCodes.Status200OK, answer);
    }

    /// <summary>Removes one.</summary>
    [HttpDelete(One)]
    public async Task<NoContentResult> Remove(string id)
    {
        var call = Call(new ScimListRequest());
        await resources.DeleteAsync(IdOf(id), IfMatch, call, Ended);
        Notes.Removed(call, resources.Schema, IdOf(id));
        return NoContent();
    }

    private ScimNotes Notes => HttpContext.RequestServices.GetRequiredService<ScimNotes>();

    private ScimPrecondition? IfMatch => ScimPrecondition.Of(Request.Headers.IfMatch);

    /// <summary>The number that an id is; what is none is the id of nothing.</summary>
    /// <exception cref="Application.Common.ProblemException">Not found.</exception>
    internal static long IdOf(string text) =>
        text is [not '0', ..] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw ScimErrors.Missing(text);

    private async Task ListAsync(ScimListRequest request)
    {
        var query = request.Read(Options.MaxResults, Cursors, Binding);
        await SendAsync(request, query, await resources.ListAsync(query, Call(request), Ended), Binding);
    }

    private Task SendAsync(int status, ScimAnswer answer)
    {
        Response.Headers.ETag = answer.Version;
        return ScimJson.SendAsync(HttpContext, status, json => ScimJson.Write(json, answer.Record));
    }
}
