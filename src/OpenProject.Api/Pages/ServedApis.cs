using OpenProject.Api.Errors;

namespace OpenProject.Api.Pages;

/// <summary>Which of the APIs this program serves, told by its routes: nothing else has to be kept true.</summary>
public sealed class ServedApis(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<ServedApi>> apis = new(() =>
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().ToList();
        var areas = routes.Select(r => r.Metadata.GetMetadata<ApiAreaAttribute>()?.Area).ToHashSet();
        var read = routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(r => "/" + r.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.Ordinal);
        return [.. ServedApi.All.Select(api => api with { IsServed = areas.Contains(api.Area), HasStart = api.Start is { } start && read.Contains(start) })];
    });

    /// <summary>All of them.</summary>
    public IReadOnlyList<ServedApi> All => apis.Value;
}
