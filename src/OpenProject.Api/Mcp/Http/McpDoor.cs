using System.Net;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Http;

/// <summary>
/// What is looked at before anybody is authenticated: the size that a request announces, and the page that sent it. Pages of
/// other origins are refused (MCP transports, "Security Warning"), also those that have made a name of theirs lead here (DNS
/// rebinding). Programs send no <c>Origin</c>.
/// </summary>
internal sealed class McpDoor(RequestDelegate next, IOptions<McpOptions> options, IOptions<PublicAddress> address)
{
    private readonly HashSet<string> listed = options.Value.Origins.ToHashSet(StringComparer.Ordinal);

    /// <summary>Lets the request in.</summary>
    /// <exception cref="ProblemException">Too large, or of a foreign origin.</exception>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ApiAreaAttribute>()?.Area != ApiArea.Mcp)
            return next(http);
        var limit = options.Value.MaxRequestBytes;
        if (http.Request.ContentLength > limit)
            throw new ProblemException(new Problem.TooLarge(limit));
        foreach (var origin in http.Request.Headers.Origin)
        {
            if (!IsOurs(http.Request, origin))
                throw new ProblemException(new Problem.Forbidden("Pages of this origin may not call."));
        }

        return next(http);
    }

    // Without a public address the request itself says what we are called; only names that no stranger can have are believed then.
    private bool IsOurs(HttpRequest request, string? origin)
    {
        if (origin is null || listed.Contains(origin))
            return origin is not null;
        if (address.Value.IsConfigured)
            return origin == new Uri(address.Value.PublicBaseUrl!).GetLeftPart(UriPartial.Authority);
        var host = request.Host.Host;
        var isOfMachine = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out _);
        return isOfMachine && origin == $"{request.Scheme}://{request.Host}";
    }
}
