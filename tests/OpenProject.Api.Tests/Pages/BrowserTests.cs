using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Pages;

/// <summary>The pages in a real browser: Chromium of the machine, or the one that <c>CHROMIUM</c> names.</summary>
[TestFixture]
public sealed class BrowserTests
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private ApiServer server = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string address = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        if (!File.Exists(Chromium))
            Assert.Ignore($"There is no browser at {Chromium}. Install Chromium, or name one in the environment variable CHROMIUM.");
        server = new ApiServer();
        server.UseKestrel(0);
        server.StartServer();
        address = server.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        server?.Dispose();
    }

    [Test]
    public async Task The_landing_page_says_what_runs_and_leads_to_the_documentation()
    {
        var (page, complaints) = await VisitAsync("/");

        Assert.That(await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), Is.EqualTo("OpenProject"));
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Try API v3 in the browser" }).ClickAsync();
        await page.WaitForURLAsync("**/docs");
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task The_documentation_shows_the_operations()
    {
        var (page, complaints) = await VisitAsync("/docs");
        await page.Locator(".opblock-tag-section").First.WaitForAsync();

        Assert.That(await page.Locator(".opblock-tag").AllInnerTextsAsync(), Has.Some.Contains("Work Packages"));
        Assert.That(await page.Locator("h1, h2").First.InnerTextAsync(), Does.Contain("OpenProject API V3"));
        await AssertAccessibleAsync(page);
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task An_operation_can_be_tried_in_the_browser()
    {
        var (page, complaints) = await VisitAsync("/docs");
        await page.Locator("#operations-tag-Statuses").ClickAsync();
        await page.Locator("#operations-Statuses-list_statuses .opblock-summary-control").ClickAsync();
        await page.GetByText("Try it out").ClickAsync();
        await AssertAccessibleAsync(page);
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await page.Locator(".live-responses-table .response-col_status").GetByText("200").First.WaitForAsync();
        Assert.That(await page.Locator(".live-responses-table").InnerTextAsync(), Does.Contain("\"In progress\""));
        await AssertAccessibleAsync(page);
        Assert.That(complaints, Is.Empty);
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator(".btn.authorize").ClickAsync();
        await page.Locator("#auth-basic-username").FillAsync("apikey");
        await page.Locator("#auth-basic-password").FillAsync(ApiServer.AdminApiKey);
        await page.Locator(".auth-container").First.GetByRole(AriaRole.Button, new() { Name = "Apply credentials" }).ClickAsync();
        await page.Locator(".btn-done").First.ClickAsync();
    }

    private async Task<(IPage Page, List<string> Complaints)> VisitAsync(string path)
    {
        var page = await browser.NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                complaints.Add("Asked for " + request.Url);
        };
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(address + path);
        return (page, complaints);
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe();
        var serious = found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Select(n => n.Html)));
        Assert.That(serious, Is.Empty);
    }
}
