using System.Net;
using AngleSharp.Dom;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>The pages on which administrators make clients of SCIM.</summary>
[TestFixture]
public sealed class ClientPageTests
{
    private const string Path = "/admin/scim/clients";
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

    private static string TextOf(ApiAnswer page, string selector) => Browser.Document(page).QuerySelector(selector)!.TextContent.Trim();

    private static string IdIn(ApiAnswer page) => Browser.Document(page).QuerySelector($"a[href^='{Path}/']")!.GetAttribute("href")!.Split('/')[^1];

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await client.GetJsonAsync("/scim_v2/Users")).Status;
    }

    [Test]
    public async Task One_is_made_gets_another_token_loses_the_first_and_is_disabled()
    {
        var made = await browser.SubmitAsync(Path + "/new", Path, ("name", "Entra & <Co>"));
        var (id, first) = (IdIn(made), TextOf(made, "#token"));
        Assert.That(first, Does.Match("^opscim-[0-9a-f]{40}$"));
        Assert.That(await StatusAsync(first), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.OpenAsync(Path)).Text, Does.Contain("Entra &amp; &lt;Co&gt;").And.Not.Contain(first));

        var second = TextOf(await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/tokens"), "#token");
        var shown = await browser.OpenAsync($"{Path}/{id}");
        Assert.That(shown.Text, Does.Not.Contain(first).And.Not.Contain(second));
        var revoke = Browser.Document(shown).QuerySelectorAll("form[action$='/revoke']")[^1].GetAttribute("action")!;
        await browser.SubmitAsync($"{Path}/{id}", revoke);
        Assert.That((await StatusAsync(first), await StatusAsync(second)), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));

        await browser.SubmitAsync($"{Path}/{id}", $"{Path}/{id}/disable");
        Assert.That(await StatusAsync(second), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await browser.OpenAsync($"{Path}/{id}")).Text, Does.Contain("let in no longer").And.Not.Contain("/disable"));
    }

    [Test]
    public async Task One_that_comes_by_OAuth_gets_a_secret()
    {
        var made = await browser.SubmitAsync(Path + "/new", Path, ("name", "By OAuth"), ("oauth", "true"));

        Assert.That(TextOf(made, "#client_secret"), Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(Browser.Document(made).QuerySelector("#token"), Is.Null);
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var answer = await browser.SubmitAsync(Path + "/new", Path, ("name", " "), ("provider", "nowhere"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(Browser.Document(answer).QuerySelectorAll(".errors a").Select(a => (a.GetAttribute("href"), a.TextContent)), Is.EquivalentTo(new[]
        {
            ("#name", "Name can't be blank."),
            ("#provider", "Provider is not one of the configured OpenID Connect providers."),
        }));
    }

    [TestCase("")]
    [TestCase("/new")]
    [TestCase("/1")]
    public async Task Others_see_nothing_of_it(string path)
    {
        using var bob = Browser.Of(server);
        await bob.SignInAsync("bob", Password);

        Assert.That((await bob.OpenAsync(Path + path)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
