using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;

namespace OpenProject.Api.Bcf;

/// <summary>Answers what no endpoint of BCF answers: 405 where the path takes other methods (RFC 9110 section 15.5.6), else 404.</summary>
internal static class BcfUnknown
{
    /// <summary>Maps it.</summary>
    public static void MapBcfUnknown(this IEndpointRouteBuilder endpoints)
    {
        var routes = new Lazy<IReadOnlyList<(TemplateMatcher Path, string Method)>>(() => RoutesOf(endpoints));
        endpoints.Map(ProtectedResource.Bcf.Path + "/{**path}", http => throw new ProblemException(ProblemOf(http, routes.Value)))
            .WithMetadata(new ApiAreaAttribute(ApiArea.Bcf)).WithOrder(int.MaxValue);
    }

    private static Problem ProblemOf(HttpContext http, IReadOnlyList<(TemplateMatcher Path, string Method)> routes)
    {
        List<string> allowed = [.. routes.Where(route => route.Path.TryMatch(http.Request.Path, [])).Select(route => route.Method).Distinct(StringComparer.Ordinal)];
        return allowed.Count == 0 ? new Problem.NotFound() : new Problem.MethodNotAllowed(allowed);
    }

    private static List<(TemplateMatcher Path, string Method)> RoutesOf(IEndpointRouteBuilder endpoints) =>
    [
        .. from endpoint in endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<ApiAreaAttribute>()?.Area == ApiArea.Bcf
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults)), method),
    ];
}
