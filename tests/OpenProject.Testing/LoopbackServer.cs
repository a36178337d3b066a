using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenProject.Testing;

/// <summary>A server of a test's own on a free port of this machine, which answers what the test says and notes what it is asked.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> requests = new();

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens, with a slash at the end.</summary>
    public string Address => app.Urls.First() + "/";

    /// <summary>Methods and paths that it was asked for, in order.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Starts it.</summary>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var server = new LoopbackServer(builder.Build());
        server.app.Run(async http =>
        {
            server.requests.Enqueue($"{http.Request.Method} {http.Request.Path}");
            await answer(http);
        });
        await server.app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
