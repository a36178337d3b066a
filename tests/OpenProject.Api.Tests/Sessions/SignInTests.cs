using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Sessions;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>Signing in with login and password, as a browser does.</summary>
[OnEachDatabase]
public sealed class SignInTests(DatabaseProvider provider)
{
    private const string Password = "Correct-horse-7-battery";
    private const string Cookie = "_open_project_session";

    private ApiServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        await server.AccountAsync("ada", Password);
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [TestCase("ada")]
    [TestCase("ADA")]
    public async Task Who_signs_in_is_led_back_and_may_use_the_API(string login)
    {
        using var browser = Browser.Of(server);
        var answer = await browser.SignInAsync(login, Password, "/docs?x=1");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/docs?x=1"));
        Assert.That((await browser.OpenAsync("/api/v3/users/me"))["name"].GetString(), Is.EqualTo("ada Test"));
        Assert.That((await browser.OpenAsync("/")).Text, Does.Contain("Signed in as ada Test"));
    }

    [Test]
    public async Task Who_is_signed_in_already_goes_on_at_once()
    {
        using var browser = Browser.Of(server);
        await browser.SignInAsync("ada", Password);

        Assert.That((await browser.OpenAsync("/login?back_url=/docs")).Headers.Location!.ToString(), Is.EqualTo("/docs"));
    }

    [Test]
    public async Task Nobody_is_told_why_he_is_refused()
    {
        var (locked, invited) = (await server.AccountAsync("locked", Password), await server.AccountAsync("invited", Password));
        await server.AccountAsync("right", Password);
        await SetStatusAsync(locked, UserStatus.Locked);
        await SetStatusAsync(invited, UserStatus.Invited);

        var pages = new List<string>();
        foreach (var (login, password) in new[]
        {
            ("right", "wrong"), ("right", ""), ("nobody", Password), ("locked", Password), ("invited", Password),
            ("mira", ""), ("mira", Password), ("anonymous", ""), ("system", ""), ("deleted", ""), ("right", Password + new string('x', 5000)),
        })
        {
            using var browser = Browser.Of(server);
            var answer = await browser.SignInAsync(login, password);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), login);
            Assert.That(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], Has.None.Contains(Cookie), login);
            pages.Add(Browser.Document(answer).QuerySelector("main")!.TextContent);
        }

        Assert.That(pages.Distinct().Count(), Is.EqualTo(1));
        Assert.That(pages[0], Does.Contain("Username or password is wrong, or there were too many attempts."));
    }

    [TestCase("http://localhost", "")]
    [TestCase("https://op.example.com", "; secure")]
    [TestCase("https://op.example.com/openproject", "; secure", "/openproject")]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites_and_from_open_lines(string address, string secure, string prefix = "")
    {
        using var other = new ApiServer(provider, ("PublicBaseUrl", address), ("Seed:Demo", "none"));
        await other.AccountAsync("ada", Password);
        using var browser = Browser.Of(other);

        // The test's client goes by http and would not send a cookie for https.
        var page = await browser.OpenAsync(prefix + "/login");
        var form = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("_open_project_form", StringComparison.Ordinal));
        browser.Client.DefaultRequestHeaders.Add("Cookie", form.Split(';')[0]);
        var answer = await browser.SubmitAsync(page, prefix + "/login", ("username", "ada"), ("password", Password));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo(prefix + "/"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.That(cookie[(cookie.IndexOf(';', StringComparison.Ordinal))..], Is.EqualTo($"; path={(prefix.Length > 0 ? prefix : "/")}{secure}; samesite=lax; httponly"));
        Assert.That(form, Does.EndWith($"{secure}; samesite=strict; httponly"));
    }

    [Test]
    public async Task Only_a_digest_of_the_key_is_stored_and_signing_in_again_makes_another()
    {
        await server.AccountAsync("twice", Password);
        using var browser = Browser.Of(server);
        await browser.SignInAsync("twice", Password);
        using var second = Browser.Of(server);
        await second.SignInAsync("twice", Password);

        await using var scope = server.Services.CreateAsyncScope();
        var sessions = await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<Session>().Where(s => s.User.Login == "twice").ToListAsync();
        Assert.That(sessions.Select(s => s.TokenHash).Distinct().Count(), Is.EqualTo(2));
        Assert.That(sessions[0].TokenHash, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public async Task What_was_typed_comes_back_as_text()
    {
        using var browser = Browser.Of(server);
        var answer = await browser.SignInAsync("<script>alert(1)</script>\"", "wrong");

        Assert.That(answer.Text, Does.Not.Contain("<script>"));
        Assert.That(Browser.Document(answer).QuerySelector("#username")!.GetAttribute("value"), Is.EqualTo("<script>alert(1)</script>\""));
        Assert.That(Browser.Document(answer).QuerySelector("#password")!.HasAttribute("value"), Is.False);
    }

    private async Task SetStatusAsync(long userId, UserStatus status)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<User>().Where(u => u.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Status, status));
    }
}
