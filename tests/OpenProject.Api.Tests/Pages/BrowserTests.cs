using Microsoft.Playwright;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Pages;

/// <summary>The pages for everybody in a real browser.</summary>
[TestFixture]
public sealed class BrowserTests
{
    private ApiServer server = null!;
    private Chromium chromium = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        server = new ApiServer();
        chromium = await Chromium.StartAsync(server);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        server.Dispose();
    }

    [Test]
    public async Task The_landing_page_says_what_runs_and_leads_to_the_documentation()
    {
        var visit = await chromium.OpenAsync("/");
        var page = visit.Page;

        Assert.That(await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), Is.EqualTo("OpenProject"));
        await visit.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Try API v3 in the browser" }).ClickAsync();
        await page.WaitForURLAsync("**/docs");
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task The_documentation_shows_the_operations()
    {
        var visit = await chromium.OpenAsync("/docs");
        var page = visit.Page;
        await page.Locator(".opblock-tag-section").First.WaitForAsync();

        Assert.That(await page.Locator(".opblock-tag").AllInnerTextsAsync(), Has.Some.Contains("Work Packages"));
        Assert.That(await page.Locator("h1, h2").First.InnerTextAsync(), Does.Contain("OpenProject API V3"));
        await visit.AssertAccessibleAsync();
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task An_operation_can_be_tried_in_the_browser()
    {
        var visit = await chromium.OpenAsync("/docs");
        var page = visit.Page;
        await page.Locator("#operations-tag-Statuses").ClickAsync();
        await page.Locator("#operations-Statuses-list_statuses .opblock-summary-control").ClickAsync();
        await page.GetByText("Try it out").ClickAsync();
        await visit.AssertAccessibleAsync();
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await page.Locator(".live-responses-table .response-col_status").GetByText("200").First.WaitForAsync();
        Assert.That(await page.Locator(".live-responses-table").InnerTextAsync(), Does.Contain("\"In progress\""));
        await visit.AssertAccessibleAsync();
        Assert.That(visit.Complaints, Is.Empty);
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator(".btn.authorize").ClickAsync();
        await page.Locator("#auth-basic-username").FillAsync("apikey");
        await page.Locator("#auth-basic-password").FillAsync(ApiServer.AdminApiKey);
        await page.Locator(".auth-container").First.GetByRole(AriaRole.Button, new() { Name = "Apply credentials" }).ClickAsync();
        await page.Locator(".btn-done").First.ClickAsync();
    }
}
