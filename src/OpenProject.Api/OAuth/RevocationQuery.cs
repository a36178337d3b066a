using Microsoft.Extensions.Primitives;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Api.OAuth;

/// <summary>
/// A token to revoke may be in the query, where Nextcloud's integration puts it and OpenProject takes it; for the endpoint it is made
/// part of the form that RFC 7009 section 2.1 wants.
/// </summary>
internal static class RevocationQuery
{
    private static readonly string[] RevokedByQuery = [Parameters.Token, Parameters.TokenTypeHint];

    /// <summary>Reads it.</summary>
    public static async Task Read(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path == OAuthEndpoints.Revoke && RevokedByQuery.Any(request.Query.ContainsKey))
        {
            request.Form = new FormCollection(await WithQueryAsync(request));
            request.ContentType = "application/x-www-form-urlencoded";
        }

        await next(http);
    }

    // What is in both comes twice, which is refused.
    private static async Task<Dictionary<string, StringValues>> WithQueryAsync(HttpRequest request)
    {
        var all = request.HasFormContentType ? (await request.ReadFormAsync(request.HttpContext.RequestAborted)).ToDictionary(StringComparer.Ordinal) : [];
        foreach (var name in RevokedByQuery.Where(request.Query.ContainsKey))
            all[name] = StringValues.Concat(all.GetValueOrDefault(name), request.Query[name]);
        return all;
    }
}
