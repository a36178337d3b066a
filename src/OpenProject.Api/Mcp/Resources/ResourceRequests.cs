using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>Answers requests about resources.</summary>
internal static class ResourceRequests
{
    // Since this revision a resource that is missing is a wrong parameter.
    private const string MissingIsInvalid = "2026-07-28";

    private static readonly IReadOnlyList<DeclaredResource> ByName = [.. ResourceCatalogue.All.OrderBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>Those that have one address.</summary>
    public static async ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        var address = BaseOf(request.Services!);
        var switches = await SwitchesAsync(request.Services!, cancellationToken);
        return new ListResourcesResult
        {
            Resources =
            [
                .. Listed(template: false, switches).Select(r =>
                    new Resource { Name = r.Name, Title = TitleOf(r, switches), Description = DescriptionOf(r, switches), Uri = address + r.Path, MimeType = r.MimeType }),
            ],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>Those that an id names.</summary>
    public static async ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken)
    {
        Cursors.Check(request.Params?.Cursor);
        var address = BaseOf(request.Services!);
        var switches = await SwitchesAsync(request.Services!, cancellationToken);
        return new ListResourceTemplatesResult
        {
            ResourceTemplates =
            [
                .. Listed(template: true, switches).Select(r =>
                    new ResourceTemplate { Name = r.Name, Title = TitleOf(r, switches), Description = DescriptionOf(r, switches), UriTemplate = address + r.Path, MimeType = r.MimeType }),
            ],
            TimeToLive = Cursors.ListsHold,
            CacheScope = CacheScope.Private,
        };
    }

    /// <summary>One of them. What is missing and what the caller may not see is the same error; so is one call too many another.</summary>
    public static async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        var (services, uri) = (request.Services!, request.Params!.Uri);
        using var turn = services.GetRequiredService<CallLimits>().EnterReading(services);
        var contents = await FindAsync(services, uri, cancellationToken) ?? throw Missing(request.JsonRpcRequest.Context?.ProtocolVersion);
        return new ReadResourceResult
        {
            Contents = [contents],
            TimeToLive = TimeSpan.Zero,
            CacheScope = CacheScope.Private,
        };
    }

    private static async Task<ResourceContents?> FindAsync(IServiceProvider services, string uri, CancellationToken cancellationToken)
    {
        var address = BaseOf(services);
        if (!uri.StartsWith(address + "/", StringComparison.Ordinal) || !Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Query.Length + parsed.Fragment.Length > 0)
            return null;
        // The first that an address means is meant: what is switched off is not read as one of another template.
        var path = Uri.UnescapeDataString(uri[address.Length..]);
        var (resource, id) = ResourceCatalogue.All.Select(r => (Resource: r, Id: r.Match(path))).FirstOrDefault(found => found.Id is not null);
        if (resource is null || !(await SwitchesAsync(services, cancellationToken)).IsOn(McpSwitches.Resource(resource.Name)))
            return null;
        try
        {
            return await resource.ReadAsync(services, id!, uri, cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem is Problem.NotFound or Problem.Forbidden or Problem.BadRequest)
        {
            return null;
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Unprocessable)
        {
            throw new McpProtocolException(V3Errors.MessageOf(refused.Problem), refused, McpErrorCode.InvalidParams);
        }
    }

    private static IEnumerable<DeclaredResource> Listed(bool template, McpSwitches switches) =>
        ByName.Where(r => r.IsTemplate == template && switches.IsOn(McpSwitches.Resource(r.Name)));

    private static ValueTask<McpSwitches> SwitchesAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);

    private static string TitleOf(DeclaredResource resource, McpSwitches switches) => switches.TitleOf(McpSwitches.Resource(resource.Name)) ?? resource.Title;

    private static string DescriptionOf(DeclaredResource resource, McpSwitches switches) => switches.DescriptionOf(McpSwitches.Resource(resource.Name)) ?? resource.Description;

    private static McpProtocolException Missing(string? revision) => new(
        "There is no such resource.",
        string.CompareOrdinal(revision, MissingIsInvalid) >= 0 ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound);

    private static string BaseOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<PublicAddress>>().Value.BaseFor(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request);
}
