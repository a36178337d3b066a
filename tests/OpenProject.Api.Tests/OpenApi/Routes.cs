using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.V3;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>The routes that the server has.</summary>
internal static class Routes
{
    /// <summary>The names of the routes to API v3's controllers.</summary>
    public static IEnumerable<string> Named(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action && action.ControllerTypeInfo.IsSubclassOf(typeof(V3Controller)))
            .Select(e => e.Metadata.GetMetadata<IRouteNameMetadata>()?.RouteName ?? $"{e.DisplayName} has no route name");
}
