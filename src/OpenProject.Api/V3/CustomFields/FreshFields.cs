using OpenProject.Api.Authentication;
using OpenProject.Application.CustomFields;

namespace OpenProject.Api.V3.CustomFields;

/// <summary>Before a request reads or writes anything, the declarations know the fields of the installation.</summary>
public static class FreshFields
{
    /// <summary>Brings them up to date, but for what answers without looking at the database.</summary>
    public static async Task Refresh(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<AnonymousAttribute>() is null)
            await http.RequestServices.GetRequiredService<CustomFieldRefreshService>().RefreshAsync(http.RequestAborted);
        await next(http);
    }
}
