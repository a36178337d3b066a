using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3;

/// <summary>
/// Writes must say what they send: 406 in plain text without a content type, 415 with one that the endpoint does not
/// take. <c>DELETE</c> is let through, as it sends nothing.
/// </summary>
public static class ContentTypeGate
{
    private static readonly string[] Json = ["application/json", "application/hal+json"];

    /// <summary>Checks the request's content type against the endpoint's.</summary>
    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (!HttpMethods.IsPost(method) && !HttpMethods.IsPatch(method) && !HttpMethods.IsPut(method))
        {
            await next(http);
            return;
        }

        var type = http.Request.ContentType;
        if (string.IsNullOrWhiteSpace(type))
        {
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            http.Response.ContentType = "text/plain";
            await http.Response.WriteAsync("Missing content-type header", http.RequestAborted);
            return;
        }

        var allowed = http.GetEndpoint()?.Metadata.GetMetadata<TakesAttribute>()?.ContentTypes ?? Json;
        if (!Array.Exists(allowed, a => type.StartsWith(a, StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(new Problem.Unsupported(string.Join(' ', allowed), type));
        await next(http);
    }
}

/// <summary>Names the content types that an endpoint takes instead of JSON. The action's own reader reads them: MVC reads no form before.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(params string[] contentTypes) : Attribute, IResourceFilter
{
    /// <summary>The content types, without parameters.</summary>
    public string[] ContentTypes { get; } = contentTypes;

    /// <inheritdoc/>
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    /// <inheritdoc/>
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
