using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>
/// An endpoint below each API that says who was recognized. Nothing is built for some of the APIs yet, and what is built
/// asks for more than authentication; the mechanism is the same for all of them.
/// </summary>
public static class Probes
{
    /// <summary>Adds the endpoints to a server.</summary>
    public static void Add(IServiceCollection services) => services.AddControllers().AddApplicationPart(typeof(Probes).Assembly);

    /// <summary>Whom the request was recognized as: <c>mira</c>, or <c>nobody</c>.</summary>
    internal static async Task<string> NameAsync(CurrentViewer current, IReadStore store)
    {
        var viewer = current.Viewer;
        var user = await store.FirstOrDefaultAsync(store.Rows<Domain.Users.User>().Where(u => u.Id == viewer.UserId).Select(u => new { u.Login, u.Admin }), default);
        return viewer.IsAnonymous ? "nobody" : user!.Login;
    }
}

[ApiArea(ApiArea.V3)]
[Route("api/v3/probe")]
public sealed class V3ProbeController(CurrentViewer current, IReadStore store) : ControllerBase
{
    [HttpGet]
    [HttpPost]
    public Task<string> Who() => Probes.NameAsync(current, store);
}

[ApiArea(ApiArea.Scim)]
[Route("scim_v2/probe")]
public sealed class ScimProbeController(CurrentViewer current, IReadStore store) : ControllerBase
{
    [HttpGet]
    [HttpPost]
    public Task<string> Who() => Probes.NameAsync(current, store);

    [HttpGet("open")]
    [Anonymous]
    public Task<string> Open() => Probes.NameAsync(current, store);
}

[ApiArea(ApiArea.Mcp)]
[Route("mcp/probe")]
public sealed class McpProbeController(CurrentViewer current, IReadStore store) : ControllerBase
{
    [HttpGet]
    [HttpPost]
    public Task<string> Who() => Probes.NameAsync(current, store);
}

[ApiArea(ApiArea.Bcf)]
[Route("api/bcf/2.1/probe")]
public sealed class BcfProbeController(CurrentViewer current, IReadStore store) : ControllerBase
{
    [HttpGet]
    [HttpPost]
    public Task<string> Who() => Probes.NameAsync(current, store);
}
