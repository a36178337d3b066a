using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Groups;
using OpenProject.Application.Scim.Users;

namespace OpenProject.Api.Scim;

/// <summary>Searches users and groups at once (RFC 7644 section 3.4.3): first users, then groups, each in the order that is asked for.</summary>
[Route("scim_v2/.search")]
public sealed class ScimSearchController(ScimUserService users, ScimGroupService groups) : ScimController
{
    /// <summary>A page of both.</summary>
    [HttpPost]
    public async Task Search()
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        var request = ScimListRequest.Of(body.RootElement);
        if (request.Cursor is not null)
            throw ScimErrors.Of(ScimErrors.InvalidCursor, "A search over all types is paged by startIndex.");
        var binding = $"all {Caller!.Id}";
        var query = request.Read(Options.MaxResults, Cursors, binding) with { Lenient = true };

        // One that only one type has does not match the other's; one that none has is a mistake.
        if (query.Filter?.Names.Any(name => !IsAttribute(name)) == true)
            throw ScimErrors.Filter("it names an attribute that neither users nor groups have.");
        if (query.SortBy is { } sortBy && !IsAttribute(sortBy))
            throw ScimErrors.Of(ScimErrors.InvalidPath, $"There is no attribute '{sortBy}' to sort by.");
        await SendAsync(request, query, await FindAsync(query, Call(request)), binding);
    }

    private async Task<ScimPage> FindAsync(ScimListQuery query, ScimCall call)
    {
        var first = await users.ListAsync(query, call, Ended);
        var behind = (long)query.StartIndex - first.Total;
        var second = await groups.ListAsync(
            query with { StartIndex = (int)Math.Max(1, behind), Count = query.Count - first.Resources.Count }, call, Ended);
        return new ScimPage([.. first.Resources, .. second.Resources], first.Total + second.Total, Next: null);
    }

    private bool IsAttribute(string text) => Knows(users.Schema, text) || Knows(groups.Schema, text);

    private static bool Knows(ScimSchema schema, string text) =>
        schema.Parse(text) is { } name && schema.Find(name.Name) is { } attribute && (name.Sub is null || attribute.Sub(name.Sub) is not null);
}
