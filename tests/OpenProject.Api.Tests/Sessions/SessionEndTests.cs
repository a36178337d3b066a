using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>What ends a session, and that API access ends with it at once.</summary>
[OnEachDatabase]
public sealed class SessionEndTests(DatabaseProvider provider)
{
    private const string Password = "Correct-horse-7-battery";

    [Test]
    public async Task Signing_out_ends_the_session_and_those_in_other_browsers()
    {
        using var server = await NewAsync();
        using var one = await SignedInAsync(server);
        using var two = await SignedInAsync(server);

        var answer = await one.SubmitAsync("/", "/logout");

        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/login"));
        Assert.That((await one.OpenAsync("/login")).Text, Does.Contain("You have signed out.").And.Not.Contain("Signed in as"));
        Assert.That(await StatusAsync(one), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await StatusAsync(two), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_cookie_that_was_kept_opens_nothing_after_signing_out()
    {
        using var server = await NewAsync();
        using var browser = Browser.Of(server);
        var cookie = (await browser.SignInAsync("ada", Password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await browser.SubmitAsync("/", "/logout");

        using var thief = server.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.That((await thief.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Signing_out_may_leave_other_browsers_signed_in()
    {
        using var server = await NewAsync(("Sessions:SignOutEndsAll", "false"));
        using var one = await SignedInAsync(server);
        using var two = await SignedInAsync(server);

        await one.SubmitAsync("/", "/logout");

        Assert.That(await StatusAsync(one), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await StatusAsync(two), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("false", HttpStatusCode.OK)]
    [TestCase("true", HttpStatusCode.Unauthorized)]
    public async Task Signing_in_may_end_the_sessions_in_other_browsers(string setting, HttpStatusCode expected)
    {
        using var server = await NewAsync(("Sessions:SignInEndsOthers", setting));
        using var one = await SignedInAsync(server);
        using var two = await SignedInAsync(server);

        Assert.That(await StatusAsync(one), Is.EqualTo(expected));
        Assert.That(await StatusAsync(two), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_lock_ends_sessions_for_good_and_so_does_removal()
    {
        using var server = await NewAsync();
        await server.AccountAsync("leaver", Password);
        using var admin = server.Client();
        using var browser = await SignedInAsync(server);
        using var leaver = await SignedInAsync(server, "leaver");

        var locked = await admin.PostJsonAsync("/api/v3/users/ada/lock");
        Assert.That(locked.Status, Is.EqualTo(HttpStatusCode.OK), locked.ToString());
        Assert.That(await StatusAsync(browser), Is.EqualTo(HttpStatusCode.Unauthorized));
        await admin.DeleteJsonAsync("/api/v3/users/ada/lock");
        Assert.That(await StatusAsync(browser), Is.EqualTo(HttpStatusCode.Unauthorized));

        await admin.DeleteJsonAsync("/api/v3/users/leaver");
        Assert.That(await StatusAsync(leaver), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_session_ends_when_it_is_not_used_for_as_long_as_the_setting_says()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        using var server = await NewAsync(("Sessions:TtlMinutes", "120"));
        await using var timed = server.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var browser = await SignedInAsync(timed);

        for (var visit = 0; visit < 3; visit++)
        {
            clock.Advance(TimeSpan.FromMinutes(119));
            Assert.That(await StatusAsync(browser), Is.EqualTo(HttpStatusCode.OK));
        }

        clock.Advance(TimeSpan.FromMinutes(120));
        Assert.That(await StatusAsync(browser), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_session_of_one_server_is_one_of_all()
    {
        using var server = await NewAsync();
        await using var other = server.WithWebHostBuilder(_ => { });
        using var browser = Browser.Of(server);
        var cookie = (await browser.SignInAsync("ada", Password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var elsewhere = Browser.Of(other, ("Cookie", cookie));

        Assert.That(await StatusAsync(elsewhere), Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<ApiServer> NewAsync(params (string Name, string? Value)[] settings)
    {
        var server = new ApiServer(provider, [("Seed:Demo", "none"), .. settings]);
        await server.AccountAsync("ada", Password);
        return server;
    }

    private static async Task<Browser> SignedInAsync(WebApplicationFactory<Program> server, string login = "ada")
    {
        var browser = Browser.Of(server);
        await browser.SignInAsync(login, Password);
        Assert.That(await StatusAsync(browser), Is.EqualTo(HttpStatusCode.OK));
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser) => (await browser.OpenAsync("/api/v3/users/me")).Status;
}
