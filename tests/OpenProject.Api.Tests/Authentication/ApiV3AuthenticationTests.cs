using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Authentication;

[OnEachDatabase]
public sealed class ApiV3AuthenticationTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/statuses";
    private const string Bearer =
        "Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\", scope=\"api_v3\"";

    private ApiServer server = null!;
    private ApiServer open = null!;

    [OneTimeSetUp]
    public void Start() => (server, open) = (new ApiServer(provider), new ApiServer(provider, ("ApiV3:LoginRequired", "false")));

    [OneTimeTearDown]
    public void Stop()
    {
        server.Dispose();
        open.Dispose();
    }

    [Test]
    public async Task Without_credentials_the_challenge_tells_where_to_get_some()
    {
        var answer = await server.Anonymous().GetJsonAsync(Path);

        AssertRefused(answer, Bearer, "You need to be authenticated to access this resource.");
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/hal+json; charset=utf-8"));
        Assert.That(answer.Headers.GetValues("Link").Single(), Is.EqualTo("</api/v3/openapi.json>; rel=\"service-desc\""));
    }

    [Test]
    public async Task Who_asks_comes_before_what_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v3/work_packages") { Content = new StringContent("no JSON", Encoding.UTF8, "text/plain") };

        Assert.That((await server.Anonymous().AnswerAsync(request)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("apikey:wrong")]
    [TestCase("apikey:")]
    [TestCase("admin:admin")]
    [TestCase("APIKEY:" + ApiServer.AdminApiKey)]
    [TestCase(ApiServer.AdminApiKey)]
    [TestCase("")]
    public async Task Wrong_Basic_credentials_are_an_error_even_where_nobody_must_sign_in(string credentials)
    {
        foreach (var asked in new[] { server, open })
        {
            var answer = await AskAsync(asked, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
            AssertRefused(answer, "Basic realm=\"OpenProject API\"", "You did not provide the correct credentials.");
        }
    }

    [TestCase("Basic")]
    [TestCase("Basic !!!")]
    public async Task Basic_that_is_not_even_encoded_is_refused(string header)
    {
        AssertRefused(await AskAsync(server, header), "Basic realm=\"OpenProject API\"", "You did not provide the correct credentials.");
    }

    [Test]
    public async Task Basic_can_be_switched_off()
    {
        using var strict = new ApiServer(provider, ("ApiV3:EnableBasicAuth", "false"), ("Seed:Demo", "None"));

        AssertRefused(await strict.Client().GetJsonAsync(Path), "Basic realm=\"OpenProject API\"", "You did not provide the correct credentials.");
        Assert.That((await AskAsync(strict, "Bearer " + ApiServer.AdminApiKey)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Bearer " + ApiServer.AdminApiKey)]
    [TestCase("bearer   " + ApiServer.AdminApiKey)]
    public async Task A_token_works_as_bearer(string header)
    {
        var answer = await AskAsync(server, header, "/api/v3");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["_links/user/title"].GetString(), Is.EqualTo("OpenProject Admin"));
    }

    [TestCase("Bearer opapi-0000000000000000000000000000000000000000")]
    [TestCase("Bearer")]
    public async Task An_unknown_token_is_invalid(string header)
    {
        AssertRefused(await AskAsync(server, header), Bearer + ", error=\"invalid_token\"", "You did not provide the correct credentials.");
    }

    [Test]
    public async Task A_locked_owner_is_named_as_the_reason()
    {
        var (login, token) = await NewcomerAsync();
        Assert.That((await AskAsync(server, "Bearer " + token)).Status, Is.EqualTo(HttpStatusCode.OK));

        await ChangeAsync<User>(u => u.Login == login, u => u.Lock());

        AssertRefused(
            await AskAsync(server, "Bearer " + token),
            Bearer + ", error=\"invalid_token\", error_description=\"The user account is locked\"",
            "You did not provide the correct credentials.");
        AssertRefused(await server.Client(token).GetJsonAsync(Path), "Basic realm=\"OpenProject API\"", "You did not provide the correct credentials.");
    }

    [TestCase(UserStatus.Invited)]
    [TestCase(UserStatus.Registered)]
    public async Task An_owner_who_has_not_come_yet_is_not_known(UserStatus status)
    {
        var token = ApiTokenService.NewText();
        await using var scope = server.Services.CreateAsyncScope();
        var user = User.Create($"user-{Guid.NewGuid():N}", "Not", "Yet", $"{Guid.NewGuid():N}@example.net", DateTime.UnixEpoch);
        user.BeginAs(status);
        scope.ServiceProvider.GetRequiredService<IAggregates<User>>().Add(user);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default);
        scope.ServiceProvider.GetRequiredService<IAggregates<ApiToken>>().Add(ApiToken.Create(user.Id, "early", ApiTokenService.HashOf(token), null, DateTime.UnixEpoch));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default);

        AssertRefused(
            await AskAsync(server, "Bearer " + token),
            Bearer + ", error=\"invalid_token\", error_description=\"The user identified by the token is not known\"",
            "You did not provide the correct credentials.");
        AssertRefused(await server.Client(token).GetJsonAsync(Path), "Basic realm=\"OpenProject API\"", "You did not provide the correct credentials.");
    }

    [Test]
    public async Task An_expired_token_is_invalid()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var admin = await scope.ServiceProvider.GetRequiredService<IReadStore>().FirstOrDefaultAsync(
            scope.ServiceProvider.GetRequiredService<IReadStore>().Rows<User>().Where(u => u.Login == "admin").Select(u => new { u.Id }), default);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        scope.ServiceProvider.GetRequiredService<IAggregates<ApiToken>>().Add(
            ApiToken.Create(admin!.Id, "old", ApiTokenService.HashOf("opapi-old"), longAgo.AddDays(1), longAgo));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default);

        AssertRefused(await AskAsync(server, "Bearer opapi-old"), Bearer + ", error=\"invalid_token\"", "You did not provide the correct credentials.");
    }

    [Test]
    public async Task A_scheme_that_nobody_speaks_is_no_authentication()
    {
        AssertRefused(await AskAsync(server, "Digest username=\"admin\""), Bearer, "You need to be authenticated to access this resource.");
    }

    [Test]
    public async Task Two_sets_of_credentials_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("Authorization", ["Bearer " + ApiServer.AdminApiKey, "Bearer other"]);

        var answer = await server.Anonymous().AnswerAsync(request);

        AssertRefused(answer, Bearer + ", error=\"invalid_request\"", "You did not provide the correct credentials.");
    }

    [Test]
    public async Task Where_nobody_must_sign_in_visitors_see_what_is_public()
    {
        var root = await open.Anonymous().GetJsonAsync("/api/v3");
        var statuses = await open.Anonymous().GetJsonAsync(Path);

        Assert.That(root.Body.GetProperty("_links").TryGetProperty("user", out _), Is.False);
        Assert.That(statuses.Status, Is.EqualTo(HttpStatusCode.OK), statuses.ToString());
    }

    [Test]
    public async Task The_public_address_is_named_when_it_is_configured()
    {
        using var known = new ApiServer(provider, ("PublicBaseUrl", "https://op.example.com/"), ("Seed:Demo", "None"));

        var answer = await known.Anonymous().GetJsonAsync(Path);

        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Does.Contain("\"https://op.example.com/.well-known/oauth-protected-resource\""));
    }

    [Test]
    public async Task The_use_of_a_token_is_recorded()
    {
        var (login, token) = await NewcomerAsync();

        await AskAsync(server, "Bearer " + token);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await LastUseAsync(login) is null)
            await Task.Delay(5, limit.Token);
    }

    private static void AssertRefused(ApiAnswer answer, string challenge, string message)
    {
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized), answer.ToString());
        Assert.That(answer.Headers.NonValidated["WWW-Authenticate"].ToString(), Is.EqualTo(challenge));
        Assert.That(answer["_type"].GetString(), Is.EqualTo("Error"));
        Assert.That(answer["errorIdentifier"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:errors:Unauthenticated"));
        Assert.That(answer["message"].GetString(), Is.EqualTo(message));
    }

    private static async Task<ApiAnswer> AskAsync(ApiServer asked, string authorization, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await asked.Anonymous().AnswerAsync(request);
    }

    private async Task<(string Login, string Token)> NewcomerAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var login = $"user-{Guid.NewGuid():N}";
        var user = User.Create(login, "New", "Comer", $"{login}@example.net", DateTime.UnixEpoch);
        scope.ServiceProvider.GetRequiredService<IAggregates<User>>().Add(user);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default);
        var token = await scope.ServiceProvider.GetRequiredService<ApiTokenService>().CreateAsync(user.Id, "test", expiresOn: null, default);
        return (login, token!.Text);
    }

    private async Task ChangeAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which, Action<T> change)
        where T : Domain.Common.AggregateRoot
    {
        await using var scope = server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        var found = await store.FirstOrDefaultAsync(store.Rows<T>().Where(which).Select(row => new { row.Id }), default);
        change((await scope.ServiceProvider.GetRequiredService<IAggregates<T>>().FindAsync(found!.Id, default))!);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default);
    }

    private async Task<DateTime?> LastUseAsync(string login)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        return await store.FirstOrDefaultAsync(store.Rows<ApiToken>().Where(t => t.User.Login == login).Select(t => t.LastUsedAt), default);
    }
}
