using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>One spelling for paths, and what is answered where no operation is.</summary>
internal static class ScimPaths
{
    /// <summary>Collapses repeated slashes, which come of joining addresses, and drops a final one.</summary>
    public static Task Normalize(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith(ProtectedResource.Scim.Path, StringComparison.Ordinal) && (path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/')))
            http.Request.Path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return next(http);
    }

    /// <summary>Refuses a request that no operation answers: there is no such path, or it is not for this method.</summary>
    public static Task Refuse(HttpContext http)
    {
        var path = http.Request.Path.Value![ProtectedResource.Scim.Path.Length..].Trim('/');
        if (path.Equals("Me", StringComparison.OrdinalIgnoreCase))
            throw ScimErrors.Of(ScimErrors.NotImplemented, "Clients are no users: there is no Me.");
        if (MethodsOf(path.ToLowerInvariant().Split('/')) is not { } methods)
            throw new ProblemException(new Problem.NotFound("There is nothing at this path."));
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Allow = methods;
            return Task.CompletedTask;
        });
        throw ScimErrors.Of(ScimErrors.MethodNotAllowed, $"{http.Request.Method} is not for this path; {methods} are.");
    }

    private static string? MethodsOf(string[] path) => path switch
    {
        ["users" or "groups"] => "GET, POST",
        ["users" or "groups", ".search"] or [".search"] or ["bulk"] => "POST",
        ["users" or "groups", _] => "GET, PUT, PATCH, DELETE",
        ["serviceproviderconfig" or "resourcetypes" or "schemas"] or ["resourcetypes" or "schemas", _] => "GET",
        _ => null,
    };
}
