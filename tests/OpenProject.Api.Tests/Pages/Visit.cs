using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpenProject.Api.Tests.Pages;

/// <summary>A window of a browser, and what it complained about.</summary>
internal sealed class Visit
{
    private readonly string address;

    public Visit(IPage page, string address)
    {
        (Page, this.address) = (page, address);
        page.SetDefaultTimeout(15_000);
        page.Console += (_, message) =>
        {
            // That a page answers with an error is no complaint about what it loads.
            if (message.Type is "error" or "warning" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Complaints.Add("Asked for " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings, and whatever was asked of another server.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The heading of the page.</summary>
    public Task<string> HeadingAsync() => Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

    /// <summary>Where it is, below the server's address.</summary>
    public string Path => Page.Url[address.Length..];

    public Task GoAsync(string path) => Page.GotoAsync(address + path);

    public Task FillAsync(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>Opens what is folded away under that title.</summary>
    public Task UnfoldAsync(string title) => Page.Locator("summary", new() { HasText = title }).ClickAsync();

    /// <summary>That axe finds nothing serious, in light and in dark colours.</summary>
    public async Task AssertAccessibleAsync()
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = colours });
            var found = await Page.RunAxe();
            var serious = found.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{Path} in {colours}: {v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Select(n => n.Html)));
            Assert.That(serious, Is.Empty);
            Assert.That(found.Passes, Is.Not.Empty);
        }
    }
}
