using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class RevocationTests(DatabaseProvider provider)
{
    private OAuthWorld world = null!;
    private OAuthApplicationSecret planner = null!;
    private OAuthApplicationSecret pocket = null!;
    private long mira;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = new OAuthWorld(provider);
        planner = await world.RegisterAsync(OAuthWorld.Confidential);
        pocket = await world.RegisterAsync(OAuthWorld.Public);
        mira = await world.UserIdAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("access_token")]
    [TestCase("refresh_token")]
    public async Task Who_gives_up_one_token_gives_up_the_whole_chain(string which)
    {
        var first = await world.SignInAsync(pocket, mira);
        var next = await world.RefreshAsync(pocket, Refresh(first));

        var answer = await world.AskAsync("/oauth/revoke", pocket, ("token", next[which].GetString()));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.Text, Is.EqualTo("{}"));
        await AssertDeadAsync(pocket, first);
        await AssertDeadAsync(pocket, next);
    }

    [Test]
    public async Task Another_sign_in_of_the_same_person_lives_on()
    {
        var (phone, desk) = (await world.SignInAsync(pocket, mira), await world.SignInAsync(pocket, mira));

        await world.AskAsync("/oauth/revoke", pocket, ("token", Refresh(phone)));

        await AssertDeadAsync(pocket, phone);
        await AssertAliveAsync(desk);
    }

    [Test]
    public async Task Somebody_elses_token_cannot_be_revoked()
    {
        var tokens = await world.SignInAsync(planner, mira);

        foreach (var token in new[] { Access(tokens), Refresh(tokens) })
        {
            var answer = await world.AskAsync("/oauth/revoke", pocket, ("token", token));
            Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "{}")));
        }

        await AssertAliveAsync(tokens);
        Assert.That((await world.RefreshAsync(planner, Refresh(tokens))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("nonsense")]
    [TestCase("eyJhbGciOiJub25lIn0.e30.")]
    public async Task An_unknown_token_is_as_good_as_revoked(string token)
    {
        var answer = await world.AskAsync("/oauth/revoke", planner, ("token", token));

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "{}")));
    }

    [Test]
    public async Task Who_does_not_say_who_he_is_revokes_nothing()
    {
        var tokens = await world.SignInAsync(planner, mira);

        var wrong = await world.AskAsync("/oauth/revoke", planner with { Secret = "wrong" }, ("token", Access(tokens)));
        var nobody = await world.AskAsync("/oauth/revoke", null, ("token", Access(tokens)));

        Assert.That((wrong.Status, wrong["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
        Assert.That((nobody.Status, nobody["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
        Assert.That(wrong.Body.EnumerateObject().Select(p => p.Name), Is.SubsetOf(new[] { "error", "error_description" }));
        await AssertAliveAsync(tokens);
    }

    [Test]
    public async Task A_disabled_application_loses_what_it_has_and_gets_nothing_until_it_is_enabled()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await world.SignInAsync(application, mira);
        var code = await world.CodeAsync(application, mira);
        await AssertAliveAsync(tokens);

        await world.ChangeAsync(applications => applications.DisableAsync(application.Id, default));

        await AssertDeadAsync(application, tokens);
        var exchanged = await world.ExchangeAsync(application, code);
        Assert.That((exchanged.Status, exchanged["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "unauthorized_client")).Or.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await world.TokenAsync(application, ("grant_type", "client_credentials"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));

        await world.ChangeAsync(applications => applications.EnableAsync(application.Id, default));

        await AssertDeadAsync(application, tokens);
        await AssertAliveAsync(await world.SignInAsync(application, mira));
    }

    [Test]
    public async Task One_that_may_less_than_before_has_to_ask_again()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await world.SignInAsync(application, mira, ("scope", "api_v3 mcp"));

        await world.ChangeAsync(applications => applications.UpdateAsync(application.Id, OAuthWorld.Confidential with { Scopes = ["api_v3"] }, default));

        await AssertDeadAsync(application, tokens);
        using var browser = world.Browser(mira);
        Assert.That((await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_removed_application_takes_its_tokens_with_it()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await world.SignInAsync(application, mira);
        await AssertAliveAsync(tokens);

        await world.ChangeAsync(applications => applications.DeleteAsync(application.Id, default));

        Assert.That((await world.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        var refreshed = await world.RefreshAsync(application, Refresh(tokens));
        Assert.That((refreshed.Status, refreshed["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
    }

    [Test]
    public async Task People_see_whom_they_let_in_and_take_it_back()
    {
        using var own = new OAuthWorld(provider);
        var (kept, gone) = (await own.RegisterAsync(OAuthWorld.Confidential with { Name = "Kept" }), await own.RegisterAsync(OAuthWorld.Public with { Name = "Gone" }));
        var user = await own.UserIdAsync("mira");
        var (alive, dead) = (await own.SignInAsync(kept, user), await own.SignInAsync(gone, user));
        Assert.That((await own.CallAsync(Access(dead))).Status, Is.EqualTo(HttpStatusCode.OK));

        var before = await GrantsAsync(own, user, grants => grants.ListAsync(default));
        await GrantsAsync(own, user, async grants =>
        {
            await grants.RevokeAsync(gone.Id, default);
            return true;
        });
        var after = await GrantsAsync(own, user, grants => grants.ListAsync(default));
        var others = await GrantsAsync(own, await own.UserIdAsync("jonas"), grants => grants.ListAsync(default));

        Assert.That(before.Select(g => g.Name), Is.EqualTo(new[] { "Gone", "Kept" }));
        Assert.That(before[1].Scopes, Is.EqualTo(new[] { "api_v3", "mcp" }));
        Assert.That(before[1].Since, Is.EqualTo(own.Clock.GetUtcNow().UtcDateTime));
        Assert.That(after.Select(g => g.Name), Is.EqualTo(new[] { "Kept" }));
        Assert.That(others, Is.Empty);
        Assert.That((await own.CallAsync(Access(dead))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await own.CallAsync(Access(alive))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Who_takes_back_his_consent_is_asked_again()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        await world.SignInAsync(application, mira);
        await GrantsAsync(world, mira, async grants =>
        {
            await grants.RevokeAsync(application.Id, default);
            return true;
        });
        using var browser = world.Browser(mira);

        Assert.That((await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_removed_user_leaves_no_token_behind()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await own.SignInAsync(application, await own.UserIdAsync("jonas"));
        Assert.That((await own.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.OK));

        await own.AdministerAsync(async services =>
        {
            await services.GetRequiredService<UserService>().DeleteAsync("jonas", default);
            return true;
        });

        Assert.That((await own.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await own.RefreshAsync(application, Refresh(tokens))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static string Access(ApiAnswer tokens) => tokens["access_token"].GetString()!;

    private static string Refresh(ApiAnswer tokens) => tokens["refresh_token"].GetString()!;

    private async Task AssertAliveAsync(ApiAnswer tokens) => Assert.That((await world.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.OK));

    private async Task AssertDeadAsync(OAuthApplicationSecret application, ApiAnswer tokens)
    {
        var called = await world.CallAsync(Access(tokens));
        Assert.That(called.Status, Is.EqualTo(HttpStatusCode.Unauthorized), called.ToString());
        Assert.That(called.Headers.WwwAuthenticate.ToString(), Does.EndWith("error=\"invalid_token\""));
        Assert.That((await world.RefreshAsync(application, Refresh(tokens))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static async Task<T> GrantsAsync<T>(OAuthWorld world, long userId, Func<OAuthGrantService, Task<T>> act)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(userId, "Somebody", IsAdmin: false, IsAnonymous: false));
        return await act(scope.ServiceProvider.GetRequiredService<OAuthGrantService>());
    }
}
