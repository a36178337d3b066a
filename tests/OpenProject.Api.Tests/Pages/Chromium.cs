using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Pages;

/// <summary>A real browser before a test server: Chromium of the machine, or the one that <c>CHROMIUM</c> names.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string address;

    private Chromium(IPlaywright driver, IBrowser started, string at) => (playwright, browser, address) = (driver, started, at);

    /// <summary>Lets the server listen and starts the browser; without one the tests are skipped.</summary>
    public static async Task<Chromium> StartAsync(ApiServer server)
    {
        if (!File.Exists(Executable))
            Assert.Ignore($"There is no browser at {Executable}. Install Chromium, or name one in the environment variable CHROMIUM.");
        server.UseKestrel(0);
        server.StartServer();
        var at = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var driver = await Playwright.CreateAsync();
        var started = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Chromium(driver, started, at);
    }

    /// <summary>Opens an address in a window of its own, without the cookies of others.</summary>
    public async Task<Visit> OpenAsync(string path, bool withScripts = true)
    {
        var page = await browser.NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = withScripts });
        var visit = new Visit(page, address);
        await visit.GoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
