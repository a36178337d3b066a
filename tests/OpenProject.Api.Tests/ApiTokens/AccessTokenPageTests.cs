using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.ApiTokens;

/// <summary>The page of what acts for a person.</summary>
[TestFixture]
public sealed class AccessTokenPageTests
{
    private const string Path = "/my/access_tokens";
    private const string Password = "Correct-horse-7-battery";

    private readonly SentQueries queries = new();
    private ApiServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(("Seed:Demo", "none"))
        {
            TestServices = services => services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(queries)),
        };
        foreach (var login in new[] { "ada", "bob", "cyd", "dan" })
            await server.AccountAsync(login, Password);
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task A_token_is_shown_once_opens_the_API_and_is_revoked()
    {
        using var browser = await SignedInAsync("ada");

        var made = await browser.SubmitAsync(Path, Path, ("name", " Backup & <sync> "), ("expires_at", "2999-12-31"));
        var token = Browser.Document(made).QuerySelector("#token")!.TextContent;
        using var program = server.Client(token);
        var me = await program.GetJsonAsync("/api/v3/users/me");
        var listed = await browser.OpenAsync(Path);
        var row = Browser.Document(listed).QuerySelectorAll("tbody tr").Single();
        var revoked = await browser.SubmitAsync(listed, row.QuerySelector("form")!.GetAttribute("action")!);

        Assert.That(made.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(token, Does.Match("^opapi-[0-9a-f]{40}$"));
        Assert.That(me["name"].GetString(), Is.EqualTo("ada Test"));
        Assert.That(listed.Text, Does.Not.Contain("opapi-"));
        Assert.That(row.QuerySelector("th")!.TextContent, Is.EqualTo("Backup & <sync>"));
        Assert.That(row.TextContent, Does.Contain("2999-12-31"));
        Assert.That((revoked.Status, revoked.Headers.Location!.ToString()), Is.EqualTo((HttpStatusCode.Redirect, Path)));
        Assert.That((await browser.OpenAsync(Path)).Text, Does.Contain("The token Backup &amp; &lt;sync&gt; has been revoked.").And.Contain("You have none."));
        Assert.That((await program.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("", "", "name", "Name can't be blank.")]
    [TestCase("CI", "2020-01-01", "expires_at", "Expiration date must be in the future.")]
    [TestCase("CI", "31.12.2999", "expires_at", "Expiration date must be a day like 2027-12-31.")]
    [TestCase("CI", "2999-02-30", "expires_at", "Expiration date must be a day like 2027-12-31.")]
    public async Task What_is_wrong_stands_at_its_field(string name, string expires, string field, string message)
    {
        using var browser = await SignedInAsync("bob");

        var answer = await browser.SubmitAsync(Path, Path, ("name", name), ("expires_at", expires));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        var page = Browser.Document(answer);
        Assert.That(page.QuerySelector($"#{field}-error")!.TextContent, Is.EqualTo(message));
        Assert.That(page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(page.QuerySelector($".errors a[href='#{field}']")!.TextContent, Is.EqualTo(message));
        Assert.That(page.QuerySelector("#name")!.GetAttribute("value"), Is.EqualTo(name));
        Assert.That(page.Title, Does.StartWith("Error: "));
        Assert.That(page.QuerySelectorAll("tbody tr"), Is.Empty);
    }

    [Test]
    public async Task The_tokens_of_others_are_not_found()
    {
        using var cyds = await SignedInAsync("cyd");
        var made = await cyds.SubmitAsync(Path, Path, ("name", "CI"));
        var revoke = Browser.Document(await cyds.OpenAsync(Path)).QuerySelector("tbody form")!.GetAttribute("action")!;
        using var bobs = await SignedInAsync("bob");
        var page = await bobs.OpenAsync(Path);

        var answer = await bobs.PostAsync(revoke, ("__RequestVerificationToken", Browser.Document(page).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound), answer.ToString());
        Assert.That(Browser.Document(page).QuerySelectorAll("tbody tr"), Is.Empty);
        using var program = server.Client(Browser.Document(made).QuerySelector("#token")!.TextContent);
        Assert.That((await program.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in_and_back()
    {
        using var browser = Browser.Of(server);

        var opened = await browser.OpenAsync(Path);
        Assert.That(opened.Headers.Location!.OriginalString, Is.EqualTo("/login?back_url=%2Fmy%2Faccess_tokens"));
        var entered = await browser.SubmitAsync(opened.Headers.Location!.OriginalString, "/login", ("username", "ada"), ("password", Password));

        Assert.That(entered.Headers.Location!.ToString(), Is.EqualTo(Path));
    }

    [Test]
    public async Task An_application_that_was_let_in_is_listed_and_shut_out()
    {
        var planner = await server.ApplicationAsync("Planner <1>", "https://planner.example/cb");
        using var browser = await SignedInAsync("dan");
        var tokens = await LetInAsync(browser, planner);

        var page = await browser.OpenAsync(Path);
        var row = Browser.Document(page).QuerySelectorAll("tbody tr").Single();
        var before = await CallAsync(tokens["access_token"].GetString()!);
        await browser.SubmitAsync(page, row.QuerySelector("form")!.GetAttribute("action")!);
        var after = await CallAsync(tokens["access_token"].GetString()!);
        var refreshed = await browser.PostAsync(
            "/oauth/token", ("grant_type", "refresh_token"), ("refresh_token", tokens["refresh_token"].GetString()!), ("client_id", planner.ClientId), ("client_secret", planner.Secret!));

        Assert.That(row.TextContent, Does.Contain("Planner <1>").And.Contain("Full API v3 access"));
        Assert.That((before, after), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        Assert.That(refreshed["error"].GetString(), Is.EqualTo("invalid_grant"));
        Assert.That((await browser.OpenAsync(Path)).Text, Does.Contain("You have let none in."));
    }

    [Test]
    public async Task The_page_takes_the_same_queries_for_any_number_of_tokens_and_applications()
    {
        await server.AccountAsync("eve", Password);
        using var browser = await SignedInAsync("eve");
        var few = await CountAsync(browser);
        for (var count = 0; count < 3; count++)
        {
            await browser.SubmitAsync(Path, Path, ("name", $"Token {count}"));
            await LetInAsync(browser, await server.ApplicationAsync($"Application {count}", "https://planner.example/cb"));
        }

        var many = await CountAsync(browser);

        Assert.That(Browser.Document(await browser.OpenAsync(Path)).QuerySelectorAll("tbody tr"), Has.Length.EqualTo(6));
        Assert.That(many, Is.LessThanOrEqualTo(Math.Max(few, 3)));
    }

    private async Task<int> CountAsync(Browser browser)
    {
        queries.Take();
        await browser.OpenAsync(Path);
        return queries.Take().Count;
    }

    private async Task<Browser> SignedInAsync(string login)
    {
        var browser = Browser.Of(server);
        Assert.That((await browser.SignInAsync(login, Password)).Status, Is.EqualTo(HttpStatusCode.Redirect));
        return browser;
    }

    private static async Task<ApiAnswer> LetInAsync(Browser browser, OAuthApplicationSecret application)
    {
        var request = QueryHelpers.AddQueryString(
            "/oauth/authorize", new Dictionary<string, string?> { ["response_type"] = "code", ["client_id"] = application.ClientId });
        var allowed = await browser.SubmitAsync(request, "/oauth/authorize", ("decision", "allow"));
        var code = QueryHelpers.ParseQuery(allowed.Headers.Location!.Query)["code"].Single()!;
        return await browser.PostAsync(
            "/oauth/token", ("grant_type", "authorization_code"), ("code", code), ("client_id", application.ClientId), ("client_secret", application.Secret!));
    }

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await client.GetJsonAsync("/api/v3/users/me")).Status;
    }
}
