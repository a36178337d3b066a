using Microsoft.AspNetCore.Http.Features;

namespace OpenProject.Api.V3;

/// <summary>HEAD is answered as GET is, without the body (RFC 9110 section 9.3.2): probes and libraries look so whether something is there.</summary>
internal static class HeadRequests
{
    /// <summary>Makes it a GET whose body goes nowhere.</summary>
    public static async Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Features.Set(body);
            http.Request.Method = HttpMethods.Head;
        }
    }
}
