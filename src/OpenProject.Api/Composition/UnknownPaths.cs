using Microsoft.AspNetCore.Routing.Template;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>Whatever no endpoint answers under an API that credentials open is authenticated too, and then refused.</summary>
internal static class UnknownPaths
{
    /// <summary>Maps it.</summary>
    /// <param name="endpoints">All endpoints.</param>
    /// <param name="api">The API.</param>
    /// <param name="tellsMethods">Whether a path that takes other methods is 405 with <c>Allow</c> (RFC 9110 section 15.5.6); otherwise everything is 404.</param>
    public static void MapUnknown(this IEndpointRouteBuilder endpoints, ProtectedResource api, bool tellsMethods = false)
    {
        var routes = new Lazy<IReadOnlyList<(TemplateMatcher Path, string Method)>>(() => tellsMethods ? RoutesOf(endpoints, api.Area) : []);
        endpoints.Map(api.Path + "/{**path}", http => throw new ProblemException(ProblemOf(http, routes.Value)))
            .WithMetadata(new ApiAreaAttribute(api.Area)).WithOrder(int.MaxValue);
    }

    private static Problem ProblemOf(HttpContext http, IReadOnlyList<(TemplateMatcher Path, string Method)> routes)
    {
        List<string> allowed = [.. routes.Where(route => route.Path.TryMatch(http.Request.Path, [])).Select(route => route.Method).Distinct(StringComparer.Ordinal)];
        return allowed.Count == 0 ? new Problem.NotFound() : new Problem.MethodNotAllowed(allowed);
    }

    private static List<(TemplateMatcher Path, string Method)> RoutesOf(IEndpointRouteBuilder endpoints, ApiArea area) =>
    [
        .. from endpoint in endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<ApiAreaAttribute>()?.Area == area
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults)), method),
    ];
}
