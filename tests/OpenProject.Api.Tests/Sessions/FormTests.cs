using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>A form is taken only when it is one of ours, and still the one that was opened.</summary>
[TestFixture]
public sealed class FormTests
{
    private const string Password = "Correct-horse-7-battery";

    private ApiServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(("Seed:Demo", "none"));
        await server.AccountAsync("ada", Password);
        await server.AccountAsync("bob", Password);
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [TestCase("/login")]
    [TestCase("/login/password")]
    [TestCase("/logout")]
    [TestCase("/my/access_tokens")]
    [TestCase("/my/access_tokens/1/revoke")]
    [TestCase("/my/access_tokens/applications/1/revoke")]
    public async Task A_form_that_another_site_made_is_refused(string path)
    {
        using var browser = Browser.Of(server);
        await browser.SignInAsync("ada", Password);

        var answer = await browser.PostAsync(path, ("username", "ada"), ("password", Password), ("name", "stolen"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer.Text, Does.Contain("This form has expired").And.Contain("<h1>"));
        Assert.That((await browser.OpenAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_form_that_was_opened_before_somebody_signed_in_is_refused()
    {
        using var browser = Browser.Of(server);
        var early = await browser.OpenAsync("/login");
        await browser.SignInAsync("ada", Password);

        var late = await browser.SubmitAsync(early, "/login", ("username", "ada"), ("password", Password));

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.BadRequest), late.ToString());
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Nobody_agrees_with_a_form_that_somebody_else_opened(bool inTheSameBrowser)
    {
        var planner = await server.ApplicationAsync("Planner", "https://planner.example/cb");
        var request = QueryHelpers.AddQueryString("/oauth/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = planner.ClientId, ["redirect_uri"] = "https://planner.example/cb",
        });
        using var adas = Browser.Of(server);
        await adas.SignInAsync("ada", Password);
        var consent = await adas.OpenAsync(request);
        using var bobs = inTheSameBrowser ? adas : Browser.Of(server);
        if (inTheSameBrowser)
            await adas.SubmitAsync("/", "/logout");
        await bobs.SignInAsync("bob", Password);

        var foreign = await bobs.SubmitAsync(consent, "/oauth/authorize", ("decision", "allow"));
        var own = await bobs.SubmitAsync(foreign, "/oauth/authorize", ("decision", "allow"));

        Assert.That(consent.Text, Does.Contain("You are signed in as <strong>ada Test</strong>"));
        Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.OK), foreign.ToString());
        Assert.That(foreign.Text, Does.Contain("You are signed in as <strong>bob Test</strong>"));
        Assert.That(own.Headers.Location!.ToString(), Does.StartWith("https://planner.example/cb?code="));
    }

    [Test]
    public async Task A_form_that_is_too_large_is_refused()
    {
        using var browser = Browser.Of(server);
        var answer = await browser.SignInAsync(new string('a', 20_000), "x");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString()[..200]);
    }

    [TestCase("/")]
    [TestCase("/login")]
    [TestCase("/my/access_tokens")]
    [TestCase("/login", "back_url=/oauth/authorize%3Fredirect_uri%3Dhttps%253A%252F%252Fplanner.example%252Fcb", "'self' https://planner.example:443")]
    [TestCase("/login", "back_url=/oauth/authorize%3Fredirect_uri%3Dplanner%253A%252Fcb", "'self' planner:")]
    [TestCase("/login", "back_url=/oauth/authorize%3Fredirect_uri%3Dhttps%253A%252F%252Fa%2527%253Bb%2520*%252Fcb", "'self'")]
    public async Task Pages_load_nothing_from_elsewhere_and_their_forms_lead_nowhere_else(string path, string query = "", string targets = "'self'")
    {
        using var browser = Browser.Of(server);
        if (path.StartsWith("/my", StringComparison.Ordinal))
            await browser.SignInAsync("ada", Password);
        var page = await browser.OpenAsync(path + "?" + query);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.ToString());
        Assert.That(
            page.Headers.GetValues("Content-Security-Policy").Single(),
            Is.EqualTo($"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action {targets}; frame-ancestors 'none'"));
        Assert.That(page.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(page.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        var document = Browser.Document(page);
        Assert.That(document.QuerySelectorAll("script, style, [style], iframe, object"), Is.Empty);
        Assert.That(document.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Whatever_goes_wrong_on_a_page_is_said_on_a_page_below_the_prefix()
    {
        using var other = new ApiServer(("PublicBaseUrl", "http://localhost/op"), ("Seed:Demo", "none"));
        using var browser = Browser.Of(other);

        var answer = await browser.PostAsync("/op/logout");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
        Assert.That(answer.Text, Does.Contain("href=\"/op/pages/site.css\"").And.Contain("<title>Not understood"));
    }
}
