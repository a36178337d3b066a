using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth;
using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>What the controllers of SCIM share.</summary>
[ApiArea(ApiArea.Scim)]
[ScimCaller]
public abstract class ScimController : ControllerBase
{
    /// <summary>The client that calls; null where everybody may look and nobody has said who he is.</summary>
    protected ScimCaller? Caller => HttpContext.Features.Get<ScimCaller>();

    /// <summary>The public address of the API, without a final slash.</summary>
    protected string Root => HttpContext.RequestServices.GetRequiredService<IOptions<PublicAddress>>().Value.BaseFor(Request) + ProtectedResource.Scim.Path;

    /// <summary>The settings.</summary>
    protected ScimOptions Options => HttpContext.RequestServices.GetRequiredService<IOptions<ScimOptions>>().Value;

    /// <summary>The end of the request.</summary>
    protected CancellationToken Ended => HttpContext.RequestAborted;

    /// <summary>What a request says beside its body.</summary>
    protected ScimCall Call(ScimListRequest request) => new(Root, Caller!.Provider, request.Attributes, request.ExcludedAttributes, Options.MemberDetail == ScimMemberDetail.Full)
    {
        ClientId = Caller!.Id,
    };

    /// <summary>Tags the answer; whether the caller has it already, which is then all that is said (RFC 9110 section 13.1.2).</summary>
    protected bool IsKnown(string tag)
    {
        Response.Headers.ETag = tag;
        if (ScimPrecondition.Of(Request.Headers.IfNoneMatch)?.Names(tag) != true)
            return false;
        Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Sends a page.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="query">The same, read.</param>
    /// <param name="page">The page.</param>
    /// <param name="binding">What a cursor is bound to.</param>
    protected Task SendAsync(ScimListRequest request, ScimListQuery query, ScimPage page, string binding)
    {
        var next = page.Next is { } position ? Cursors.Write(request.Binding(binding), position) : null;
        return ScimJson.SendAsync(HttpContext, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteSchemas(ScimJson.ListResponse);
            json.WriteNumber("totalResults", page.Total);
            if (!query.ByCursor)
                json.WriteNumber("startIndex", query.StartIndex);
            json.WriteNumber("itemsPerPage", query.Count);
            if (next is not null)
                json.WriteString("nextCursor", next);
            json.WriteStartArray("Resources");
            foreach (var resource in page.Resources)
                ScimJson.Write(json, resource.Record);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Reads and writes cursors.</summary>
    protected ScimCursors Cursors => HttpContext.RequestServices.GetRequiredService<ScimCursors>();
}
