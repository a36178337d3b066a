using Microsoft.AspNetCore.Diagnostics;

namespace OpenProject.Api.Errors;

/// <summary>The endpoint of a request that failed, which the error handler has taken from the request by then.</summary>
internal static class FailedEndpoint
{
    /// <summary>What the endpoint declares of a kind; null for nothing, and where there is no endpoint.</summary>
    public static T? Declared<T>(HttpContext http)
        where T : class =>
        http.GetEndpoint()?.Metadata.GetMetadata<T>() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<T>();
}
