using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>The pages on which administrators register applications.</summary>
[TestFixture]
public sealed class ApplicationPageTests
{
    private const string Path = "/admin/oauth/applications";
    private const string Password = "Correct-horse-7-battery";

    private ApiServer server = null!;
    private Browser browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(("Seed:Demo", "none"));
        await server.AccountAsync("ada", Password, isAdmin: true);
        await server.AccountAsync("bob", Password);
        browser = Browser.Of(server);
        await browser.SignInAsync("ada", Password);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        browser.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task One_is_registered_changed_disabled_enabled_and_removed()
    {
        var made = await browser.SubmitAsync(
            Path + "/new", Path, ("name", "Planner & <more>"), ("redirect_uri", "https://planner.example/cb\r\n\r\nhttp://127.0.0.1/cb"),
            ("scopes", "mcp"), ("client_credentials_user", "BOB"));
        var (id, secret) = (IdIn(made), TextOf(made, "#client_secret"));
        var shown = await browser.OpenAsync($"{Path}/{id}");

        Assert.That(TextOf(made, "h1"), Is.EqualTo("The secret of Planner & <more>"));
        Assert.That(secret, Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(shown.Text, Does.Not.Contain(secret));
        Assert.That(Browser.Document(shown).QuerySelectorAll("dd").Select(dd => dd.TextContent.Trim()), Is.SupersetOf(new[]
        {
            "Enabled", TextOf(made, "#client_id"), "https://planner.example/cb", "http://127.0.0.1/cb", "MCP access (mcp)", "bob Test (bob)", "ada Test",
        }));
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), secret, "mcp"), Is.EqualTo("OK"));

        var edit = await browser.OpenAsync($"{Path}/{id}/edit");
        var form = Browser.Document(edit);
        Assert.That(((IHtmlTextAreaElement)form.QuerySelector("#redirect_uri")!).Value, Is.EqualTo("https://planner.example/cb\nhttp://127.0.0.1/cb"));
        Assert.That(form.QuerySelectorAll("input[name=scopes]").OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value), Is.EqualTo(new[] { "mcp" }));
        var changed = await browser.SubmitAsync(edit, $"{Path}/{id}", ("name", "Calendar"), ("scopes", "api_v3"));
        Assert.That(changed.Headers.Location!.ToString(), Is.EqualTo($"{Path}/{id}"));
        Assert.That(TextOf(await browser.OpenAsync($"{Path}/{id}"), "h1"), Is.EqualTo("Calendar"));
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), secret, "mcp"), Is.EqualTo("BadRequest"));

        var renewed = await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/secret");
        Assert.That(TextOf(renewed, "#client_secret"), Does.Match("^[A-Za-z0-9_-]{43}$").And.Not.EqualTo(secret));
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), secret, "api_v3"), Is.EqualTo("Unauthorized"));
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), TextOf(renewed, "#client_secret"), "api_v3"), Is.EqualTo("OK"));

        await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/disable");
        Assert.That((await browser.OpenAsync($"{Path}/{id}")).Text, Does.Contain("let in no longer"));
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), TextOf(renewed, "#client_secret"), "api_v3"), Is.EqualTo("BadRequest"));
        await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/enable");
        Assert.That(await TokenAsync(TextOf(made, "#client_id"), TextOf(renewed, "#client_secret"), "api_v3"), Is.EqualTo("OK"));

        await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/delete");
        Assert.That((await browser.OpenAsync($"{Path}/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.OpenAsync(Path)).Text, Does.Contain("The application has been removed.").And.Not.Contain("Calendar"));
    }

    [Test]
    public async Task One_without_a_secret_gets_one_when_it_becomes_confidential()
    {
        var page = await browser.OpenAsync(Path + "/new");
        var made = await SubmitPublicAsync(page, ("name", "Pocket"), ("redirect_uri", "org.example.pocket:/cb"));
        var one = made.Headers.Location!.ToString();
        var shown = await browser.OpenAsync(one);

        var secret = await browser.SubmitAsync(one + "/edit", one, ("confidential", "true"));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Redirect), made.ToString());
        Assert.That(shown.Text, Does.Contain("Public: it has no secret and must use PKCE").And.Not.Contain("/secret"));
        Assert.That(await TokenAsync(TextOf(secret, "#client_id"), TextOf(secret, "#client_secret"), "api_v3"), Is.EqualTo("OK"));
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var page = await browser.OpenAsync(Path + "/new");
        var answer = await SubmitPublicAsync(
            page, ("name", " "), ("redirect_uri", "http://planner.example/cb"), ("scopes", "everything"), ("client_credentials_user", "nobody"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        var form = Browser.Document(answer);
        Assert.That(form.QuerySelectorAll(".errors a").Select(a => (a.GetAttribute("href"), a.TextContent)), Is.EquivalentTo(new[]
        {
            ("#name", "Name can't be blank."),
            ("#redirect_uri", "Redirect URI must be an HTTPS URI, or lead back to the same device."),
            ("#scopes", "Scopes cannot include 'everything'."),
            ("#client_credentials_user", "Client credentials user needs a confidential application."),
            ("#client_credentials_user", "Client credentials user does not exist."),
        }));
        Assert.That(form.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")!), Is.All.Matches<string>(href => form.QuerySelector(href) is not null));
        Assert.That(((IHtmlTextAreaElement)form.QuerySelector("#redirect_uri")!).Value, Is.EqualTo("http://planner.example/cb"));
        Assert.That(form.QuerySelector("#client_credentials_user")!.GetAttribute("value"), Is.EqualTo("nobody"));
        Assert.That((await browser.OpenAsync(Path)).Text, Does.Not.Contain("planner.example"));
    }

    [TestCase("GET", "")]
    [TestCase("GET", "/new")]
    [TestCase("GET", "/1")]
    [TestCase("GET", "/1/edit")]
    [TestCase("POST", "")]
    [TestCase("POST", "/1")]
    [TestCase("POST", "/1/secret")]
    [TestCase("POST", "/1/enable")]
    [TestCase("POST", "/1/disable")]
    [TestCase("POST", "/1/delete")]
    public async Task Only_administrators_may(string method, string path)
    {
        using var bobs = Browser.Of(server);
        using var nobodys = Browser.Of(server);
        await bobs.SignInAsync("bob", Password);
        var token = Browser.Document(await bobs.OpenAsync("/")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var refused = method == "GET" ? await bobs.OpenAsync(Path + path) : await bobs.PostAsync(Path + path, ("__RequestVerificationToken", token), ("name", "Mine"));
        var led = method == "GET" ? await nobodys.OpenAsync(Path + path) : await nobodys.PostAsync(Path + path, ("name", "Mine"));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden), refused.ToString());
        Assert.That(refused.Text, Does.Contain("<h1>Not allowed</h1>").And.Not.Contain("OAuth applications"));
        Assert.That(led.Headers.Location!.ToString(), Does.StartWith("/login"));
    }

    [TestCase("/4711")]
    [TestCase("/4711/edit")]
    public async Task One_that_there_is_not_is_not_found(string path) =>
        Assert.That((await browser.OpenAsync(Path + path)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Links_and_forms_stay_below_the_prefix()
    {
        using var other = new ApiServer(("PublicBaseUrl", "http://localhost/op"), ("Seed:Demo", "none"));
        await other.AccountAsync("ada", Password, isAdmin: true);
        using var visitor = Browser.Of(other);
        await visitor.SubmitAsync("/op/login", "/op/login", ("username", "ada"), ("password", Password));

        var made = await visitor.SubmitAsync("/op" + Path + "/new", "/op" + Path, ("name", "Planner"), ("redirect_uri", "https://planner.example/cb"));
        var pages = new[] { made, await visitor.OpenAsync("/op" + Path), await visitor.OpenAsync($"/op{Path}/{IdIn(made)}"), await visitor.OpenAsync("/op/my/access_tokens") };

        Assert.That(pages.Select(page => page.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(
            pages.SelectMany(page => Browser.Document(page).QuerySelectorAll("[href], form")).Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")),
            Is.All.StartsWith("/op/").Or.StartsWith("#"));
    }

    // What is not checked is not sent.
    private Task<ApiAnswer> SubmitPublicAsync(ApiAnswer page, params (string Name, string Value)[] fields) =>
        browser.PostAsync(Path, [("__RequestVerificationToken", Browser.Document(page).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!), .. fields]);

    private async Task<string> TokenAsync(string clientId, string secret, string scope)
    {
        var answer = await browser.PostAsync("/oauth/token", ("grant_type", "client_credentials"), ("client_id", clientId), ("client_secret", secret), ("scope", scope));
        return answer.Status.ToString();
    }

    private static string TextOf(ApiAnswer page, string selector) => Browser.Document(page).QuerySelector(selector)?.TextContent ?? throw new AssertionException(page.ToString());

    private static long IdIn(ApiAnswer page) =>
        long.Parse(Browser.Document(page).QuerySelector("main a[href*='/applications/']")?.GetAttribute("href")!.Split('/')[^1] ?? throw new AssertionException(page.ToString()));
}
