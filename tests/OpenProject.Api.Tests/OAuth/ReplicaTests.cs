using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>Two servers, each a process of its own, on one database: what one gives works on the other, before and after a restart of both.</summary>
[TestFixture]
public sealed class ReplicaTests
{
    private const string Password = "Correct-horse-7-battery";

    // What holds for a second is asked for again and again, and the last request may have waited for a busy machine.
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1.2);

    private readonly TemporaryDirectory data = new();
    private readonly CookieContainer cookies = new();
    private readonly List<ServerProcess> servers = [];
    private readonly List<HttpClient> clients = [];
    private OAuthApplicationSecret planner = null!;
    private long ada;

    [OneTimeSetUp]
    public async Task Prepare()
    {
        using (var server = new ApiServer(("Data:Directory", data.Path), ("Seed:Demo", "None")))
        {
            ada = await server.AccountAsync("ada", Password);
            await server.AccountAsync("grace", Password);
        }

        using var world = new OAuthWorld(DatabaseProvider.Sqlite, ("Data:Directory", data.Path));
        planner = await world.RegisterAsync(OAuthWorld.Confidential);
    }

    [OneTimeTearDown]
    public void Stop() => data.Dispose();

    [Test]
    public async Task What_one_gives_works_on_the_other_before_and_after_a_restart_of_both()
    {
        var (first, second) = await StartTwoAsync();
        Assert.That((await new Browser(first).SignInAsync("ada", Password)).Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await second.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("ada"), "the session");

        var given = await ExchangeAsync(second, await CodeAsync(first));
        await AssertOpensAsync(first, given);
        await AssertOpensAsync(second, given);
        var refreshed = await TokenAsync(first, ("grant_type", "refresh_token"), ("refresh_token", Text(given, "refresh_token")));
        await AssertOpensAsync(second, refreshed);
        Assert.That((await TokenAsync(second, ("grant_type", "refresh_token"), ("refresh_token", Text(given, "refresh_token")))).Status, Is.EqualTo(HttpStatusCode.BadRequest), "spent");
        var code = await CodeAsync(second);

        var (third, fourth) = await RestartAsync();
        Assert.That((await third.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("ada"), "the session after the restart");
        await AssertOpensAsync(third, refreshed);
        await AssertOpensAsync(fourth, refreshed);
        await AssertOpensAsync(third, await ExchangeAsync(fourth, code));
        await AssertOpensAsync(third, await TokenAsync(fourth, ("grant_type", "refresh_token"), ("refresh_token", Text(refreshed, "refresh_token"))));
        foreach (var client in new[] { third, fourth })
            Assert.That((await AskAsync(client, "/oauth/introspect", ("token", Text(refreshed, "access_token"))))["active"].GetBoolean(), Is.True);

        await RevokeAsync(third, fourth);
        await LockAsync(third, fourth);
    }

    [Test]
    public async Task An_API_token_that_an_operator_takes_back_opens_nothing_a_second_later()
    {
        var (first, second) = await StartTwoAsync();
        var token = JsonElement.Parse(await RunAsync("token", "create", "--user", "grace", "--json"));
        foreach (var client in new[] { first, second })
            Assert.That((await CallAsync(client, token.GetProperty("token").GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));

        await RunAsync("token", "revoke", token.GetProperty("id").GetRawText());
        var revoked = Stopwatch.GetTimestamp();

        foreach (var client in new[] { first, second })
            Assert.That(await LastSuccessAsync(client, token.GetProperty("token").GetString()!, revoked), Is.LessThan(ASecond));
    }

    private async Task<string> RunAsync(params string[] verb)
    {
        await using var process = ServerProcess.Start([.. verb, $"--Data:Directory={data.Path}"], ("Seed__Demo", "None"));
        Assert.That(await process.ExitCodeAsync(), Is.Zero, process.Errors);
        return process.Output;
    }

    // Revoked on one: at once there, and within a second on the other, which has it in mind.
    private async Task RevokeAsync(HttpClient here, HttpClient there)
    {
        var tokens = await ExchangeAsync(here, await CodeAsync(here));
        await AssertOpensAsync(there, tokens);
        Assert.That((await AskAsync(here, "/oauth/revoke", ("token", Text(tokens, "refresh_token")))).Status, Is.EqualTo(HttpStatusCode.OK));
        var revoked = Stopwatch.GetTimestamp();

        Assert.That((await CallAsync(here, tokens)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await LastSuccessAsync(there, Text(tokens, "access_token"), revoked), Is.LessThan(ASecond));
    }

    private async Task LockAsync(HttpClient here, HttpClient there)
    {
        var tokens = await ExchangeAsync(here, await CodeAsync(here));
        await AssertOpensAsync(there, tokens);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v3/users/{ada}/lock") { Content = new StringContent("", null, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiServer.AdminApiKey);
        Assert.That((await here.AnswerAsync(request)).Status, Is.EqualTo(HttpStatusCode.OK));
        var locked = Stopwatch.GetTimestamp();

        Assert.That((await CallAsync(here, tokens)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await LastSuccessAsync(there, Text(tokens, "access_token"), locked), Is.LessThan(ASecond));
        Assert.That((await there.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "the session");
    }

    /// <summary>How long after a moment the last request was sent that the token still opened.</summary>
    private static async Task<TimeSpan> LastSuccessAsync(HttpClient client, string token, long moment)
    {
        var last = TimeSpan.Zero;
        while (true)
        {
            var sent = Stopwatch.GetElapsedTime(moment);
            var answer = await CallAsync(client, token);
            if (answer.Status == HttpStatusCode.Unauthorized)
                return last;
            Assert.That(sent, Is.LessThan(TimeSpan.FromSeconds(30)), answer.ToString());
            last = sent;
        }
    }

    private async Task<(HttpClient First, HttpClient Second)> StartTwoAsync()
    {
        // No home that can be written to: nothing that must be shared may lie there.
        for (var server = 0; server < 2; server++)
            servers.Add(ServerProcess.Start(
                [$"--Data:Directory={data.Path}", "--PublicBaseUrl=http://op.example.test"], ("HOME", "/nonexistent"), ("DOTNET_CLI_HOME", Path.GetTempPath())));
        foreach (var server in servers)
        {
            using var found = await server.ClientAsync();
            clients.Add(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = found.BaseAddress });
        }

        return (clients[0], clients[1]);
    }

    private async Task<(HttpClient First, HttpClient Second)> RestartAsync()
    {
        await StopServersAsync();
        return await StartTwoAsync();
    }

    [TearDown]
    public async Task StopServersAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        foreach (var server in servers)
            await server.DisposeAsync();
        clients.Clear();
        servers.Clear();
    }

    private async Task<string> CodeAsync(HttpClient client) =>
        OAuthWorld.QueryOf(await OAuthWorld.DecideAsync(client, OAuthWorld.AuthorizePath(planner)))["code"].Single()!;

    private async Task<ApiAnswer> ExchangeAsync(HttpClient client, string code)
    {
        var answer = await TokenAsync(client, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", OAuthWorld.Callback), ("code_verifier", OAuthWorld.Verifier));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return answer;
    }

    private Task<ApiAnswer> TokenAsync(HttpClient client, params (string Name, string Value)[] parameters) => AskAsync(client, "/oauth/token", parameters);

    private Task<ApiAnswer> AskAsync(HttpClient client, string path, params (string Name, string Value)[] parameters) =>
        OAuthWorld.PostAsync(
            client, path, [KeyValuePair.Create("client_id", planner.ClientId), KeyValuePair.Create("client_secret", planner.Secret!), .. parameters.Select(p => KeyValuePair.Create(p.Name, p.Value))]);

    private static async Task AssertOpensAsync(HttpClient client, ApiAnswer tokens)
    {
        var answer = await CallAsync(client, tokens);
        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, answer.Text)), answer.ToString());
        Assert.That(answer["login"].GetString(), Is.EqualTo("ada"));
    }

    private static Task<ApiAnswer> CallAsync(HttpClient client, ApiAnswer tokens) => CallAsync(client, Text(tokens, "access_token"));

    private static async Task<ApiAnswer> CallAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v3/users/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.AnswerAsync(request);
    }

    private static string Text(ApiAnswer tokens, string name) => tokens[name].GetString()!;
}
