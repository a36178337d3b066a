using Microsoft.Playwright;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Pages;

/// <summary>People's ways through the pages in a real browser, with scripts and without: every page is accessible, and none needs a script.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class JourneyTests(bool withScripts)
{
    private const string Password = "Correct-horse-7-battery";
    private const string Next = "Another-7-password";
    private const string OutOfBand = "urn:ietf:wg:oauth:2.0:oob";

    private ApiServer server = null!;
    private Chromium chromium = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        server = new ApiServer(("Seed:Demo", "none"));
        chromium = await Chromium.StartAsync(server);
        await server.AccountAsync("ada", Password, isAdmin: true);
        await server.AccountAsync("bob", Password);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        server.Dispose();
    }

    [Test]
    public async Task A_first_password_is_changed_on_the_way_to_a_page()
    {
        var visit = await chromium.OpenAsync("/my/access_tokens", withScripts);
        await SeeAsync(visit, "Sign in");
        await SignInAsync(visit, "admin", "wrong");
        await SeeAsync(visit, "Sign in", "Username or password is wrong");
        await SignInAsync(visit, "admin", ApiServer.AdminPassword);
        await SeeAsync(visit, "Change the password");
        await ChangeAsync(visit, Next, "Something-else-7");
        await SeeAsync(visit, "Change the password", "The two new passwords are not the same.");
        await ChangeAsync(visit, Next, Next);

        await SeeAsync(visit, "Access tokens", "Your password has been changed.");
        Assert.That(visit.Path, Is.EqualTo("/my/access_tokens"));
        await visit.PressAsync("Sign out");
        await SeeAsync(visit, "Sign in", "You have signed out.");
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_token_is_made_and_revoked()
    {
        var visit = await SignedInAsync("bob", "/my/access_tokens");
        await SeeAsync(visit, "Access tokens", "You have none.");
        await visit.FillAsync("Name", "Backup");
        await visit.FillAsync("Last day", "2020-01-01");
        await visit.PressAsync("Make the token");
        await SeeAsync(visit, "Access tokens", "Expiration date must be in the future.");
        await visit.FillAsync("Last day", "2999-12-31");
        await visit.PressAsync("Make the token");
        await SeeAsync(visit, "Your new token", "opapi-");
        await visit.FollowAsync("All access tokens");
        await visit.UnfoldAsync("Revoke Backup");
        await SeeAsync(visit, "Access tokens", "2999-12-31");
        await visit.PressAsync("Revoke Backup now");
        await SeeAsync(visit, "Access tokens", "The token Backup has been revoked.");
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task An_application_is_registered_let_in_and_shut_out()
    {
        var visit = await SignedInAsync("ada", "/");
        await SeeAsync(visit, "OpenProject");
        await visit.FollowAsync("OAuth applications");
        await SeeAsync(visit, "OAuth applications");
        await visit.FollowAsync("Register an application");
        await SeeAsync(visit, "Register an application");
        await visit.FillAsync("Name", "Planner");
        await visit.FillAsync("Redirect URIs", "http://planner.example");
        await visit.PressAsync("Register");
        await SeeAsync(visit, "Register an application", "Redirect URI must be an HTTPS URI");
        await visit.FillAsync("Redirect URIs", OutOfBand);
        await visit.Page.GetByLabel("MCP access (mcp)").CheckAsync();
        await visit.PressAsync("Register");
        await SeeAsync(visit, "The secret of Planner");
        var clientId = await visit.Page.Locator("#client_id").InnerTextAsync();
        await visit.FollowAsync("The application");
        foreach (var folded in new[] { "Disable", "New secret", "Remove" })
            await visit.UnfoldAsync(folded);
        await SeeAsync(visit, "Planner", "MCP access");
        await visit.FollowAsync("Change");
        await SeeAsync(visit, "Change the application");

        await visit.GoAsync($"/oauth/authorize?response_type=code&client_id={clientId}&redirect_uri={OutOfBand}&scope=api_v3%20mcp");
        await SeeAsync(visit, "Let Planner act for you?", "MCP access");
        await visit.PressAsync("Allow");
        await SeeAsync(visit, "Your code");
        await visit.GoAsync("/my/access_tokens");
        await visit.UnfoldAsync("Revoke Planner");
        await SeeAsync(visit, "Access tokens", "Full API v3 access, MCP access");
        await visit.PressAsync("Revoke Planner now");
        await SeeAsync(visit, "Access tokens", "You have let none in.");
        Assert.That(visit.Complaints, Is.Empty);
    }

    [TestCase("/oauth/authorize?client_id=nobody", "The application cannot be let in")]
    [TestCase("/admin/oauth/applications", "Not allowed")]
    [TestCase("/", "OpenProject")]
    public async Task Pages_that_refuse_say_so(string path, string heading)
    {
        var visit = await SignedInAsync("bob", "/my/access_tokens");
        await visit.GoAsync(path);

        await SeeAsync(visit, heading);
        Assert.That(visit.Complaints, Is.Empty);
    }

    [TestCase("//evil.example/")]
    [TestCase("https://evil.example/")]
    [TestCase("/\\evil.example")]
    [TestCase("/\t/evil.example")]
    public async Task Signing_in_leads_nowhere_else(string back)
    {
        var visit = await SignedInAsync("bob", back);

        Assert.That(visit.Path, Is.EqualTo("/"));
        Assert.That(visit.Complaints, Is.Empty);
    }

    private async Task<Visit> SignedInAsync(string login, string back)
    {
        var visit = await chromium.OpenAsync("/login?back_url=" + Uri.EscapeDataString(back), withScripts);
        await SignInAsync(visit, login, Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return visit;
    }

    private static async Task SignInAsync(Visit visit, string login, string password)
    {
        await visit.FillAsync("Username", login);
        await visit.FillAsync("Password", password);
        await visit.PressAsync("Sign in");
    }

    private static async Task ChangeAsync(Visit visit, string password, string again)
    {
        await visit.FillAsync("Present password", ApiServer.AdminPassword);
        await visit.FillAsync("New password", password);
        await visit.FillAsync("New password again", again);
        await visit.PressAsync("Change the password and sign in");
    }

    private async Task SeeAsync(Visit visit, string heading, string text = "")
    {
        Assert.That(await visit.HeadingAsync(), Is.EqualTo(heading));
        Assert.That(await visit.Page.Locator("main").InnerTextAsync(), Does.Contain(text));
        if (withScripts)
            await visit.AssertAccessibleAsync(); // axe is a script itself, and waits for ever where none runs
    }
}
