using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Tests.Authentication;
using OpenProject.Api.Tests.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Clients;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>How clients come in, and how they are shut out again.</summary>
[OnEachDatabase]
public sealed class ClientTests(DatabaseProvider provider)
{
    private TokenIssuer issuer = null!;
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        issuer = await TokenIssuer.StartAsync();
        world = await ScimWorld.StartAsync(provider, issuer.Settings());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        world.Dispose();
        await issuer.DisposeAsync();
    }

    private static Task<ApiAnswer> UsersAsync(HttpClient client) => client.GetJsonAsync("/scim_v2/Users?count=1");

    private async Task ManageAsync(Func<ScimClientService, Task> act)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        await act(scope.ServiceProvider.GetRequiredService<ScimClientService>());
    }

    private async Task<ApiAnswer> OAuthTokenAsync(ScimClientSecret client)
    {
        using var http = world.Server.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["scope"] = "scim_v2", ["client_id"] = client.OAuthClientId!, ["client_secret"] = client.OAuthClientSecret!,
            }),
        };
        return await http.AnswerAsync(request);
    }

    [Test]
    public async Task A_token_works_until_it_is_taken_back_or_its_client_disabled()
    {
        var made = await world.MakeAsync(new ScimClientDraft("Tokens"));
        ScimClientSecret another = null!;
        await ManageAsync(async clients => another = await clients.AddTokenAsync(made.Id, CancellationToken.None));
        using var first = world.Bearing(made.Token!);
        using var second = world.Bearing(another.Token!);
        Assert.That(((await UsersAsync(first)).Status, (await UsersAsync(second)).Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));

        await ManageAsync(async clients => await clients.RevokeTokenAsync(made.Id, (await clients.FindAsync(made.Id, CancellationToken.None)).Tokens[^1].Id, CancellationToken.None));
        Assert.That(((await UsersAsync(first)).Status, (await UsersAsync(second)).Status), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));

        await ManageAsync(clients => clients.DisableAsync(made.Id, CancellationToken.None));
        ScimWorld.AssertError(await UsersAsync(second), 401);
    }

    [Test]
    public async Task OAuth_client_credentials_work_until_the_client_is_disabled()
    {
        var made = await world.MakeAsync(new ScimClientDraft("By OAuth", OAuth: true));
        using var client = world.Bearing((await OAuthTokenAsync(made))["access_token"].GetString()!);
        Assert.That((await UsersAsync(client)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetJsonAsync("/api/v3/users")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        await ManageAsync(clients => clients.DisableAsync(made.Id, CancellationToken.None));
        ScimWorld.AssertError(await UsersAsync(client), 401);
        Assert.That((await OAuthTokenAsync(made)).Status, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_provider_s_token_works_for_the_client_of_its_subject_and_users_sign_in_by_their_external_ids()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        await world.MakeAsync(new ScimClientDraft("By tokens of the provider", "works", "provisioner"));
        using var client = world.Bearing(issuer.Token(now, claims: [("sub", "provisioner"), ("scope", "scim_v2")]));
        using var stranger = world.Bearing(issuer.Token(now, claims: [("sub", "somebody"), ("scope", "scim_v2")]));
        using var elsewhere = world.Bearing(issuer.Token(now, claims: [("sub", "provisioner"), ("scope", "api_v3")]));

        var made = await client.PostJsonAsync("/scim_v2/Users", ScimWorld.User("signs-in", "kim-at-works"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        ScimWorld.AssertError(await UsersAsync(stranger), 401);
        Assert.That((await elsewhere.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        using var kim = world.Bearing(issuer.Token(now, claims: [("sub", "kim-at-works"), ("scope", "api_v3")]));
        Assert.That((await kim.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("signs-in"));
        using var kimAtScim = world.Bearing(issuer.Token(now, claims: [("sub", "kim-at-works"), ("scope", "scim_v2")]));
        ScimWorld.AssertError(await UsersAsync(kimAtScim), 401);

        await client.PatchJsonAsync("/scim_v2/Users/" + made["id"].GetString(), """{"Operations":[{"op":"replace","path":"active","value":false}]}""");
        Assert.That((await kim.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Tokens_of_people_are_refused_whatever_their_scope()
    {
        using var oauth = new OAuthWorld(provider);
        var robot = await oauth.RegisterAsync(OAuthWorld.Confidential with { Scopes = ["scim_v2"], ClientCredentialsUserId = await oauth.UserIdAsync("admin") });
        var token = (await oauth.TokenAsync(robot, ("grant_type", "client_credentials"), ("scope", "scim_v2")))["access_token"].GetString()!;

        var answer = await oauth.CallAsync(token, "/scim_v2/Users");

        ScimWorld.AssertError(answer, 401);
        Assert.That(answer.Headers.NonValidated["WWW-Authenticate"].ToString(), Does.EndWith("error=\"invalid_token\", error_description=\"Requires authentication\""));
    }

    [Test]
    public async Task Service_accounts_are_seen_nowhere()
    {
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users?filter=userName sw \"service-\""))["totalResults"].GetInt32(), Is.Zero);
        using var admin = world.Server.Client();
        foreach (var path in new[] { "/api/v3/users?pageSize=500", "/api/v3/principals?pageSize=500" })
            Assert.That((await admin.GetJsonAsync(path)).Text, Does.Not.Contain("\"Directory\"").And.Not.Contain("service-"));
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Users", new Dictionary<string, object?>(ScimWorld.User("x"), StringComparer.Ordinal) { ["userName"] = "a:b" }), 400, "invalidValue");
    }

    [TestCase(null, null, null, false, "name")]
    [TestCase("Directory", null, null, false, "name")]
    [TestCase("New", "unknown", null, false, "provider")]
    [TestCase("New", null, "robot", false, "subject")]
    [TestCase("New", "works", "robot", true, "subject")]
    public void What_is_wrong_with_a_new_client_is_said(string? name, string? of, string? subject, bool oauth, string attribute) =>
        Assert.That(ErrorOf(() => world.MakeAsync(new ScimClientDraft(name, of, subject, oauth))).Attribute, Is.EqualTo(attribute));

    private static FieldError ErrorOf(Func<Task> act) => ((Problem.Invalid)Assert.ThrowsAsync<ProblemException>(act)!.Problem).Errors[0];

    [Test]
    public async Task A_subject_is_one_client_s_until_that_is_disabled()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var first = await world.MakeAsync(new ScimClientDraft("First of its subject", "works", "robot-1"));
        using var robot = world.Bearing(issuer.Token(now, claims: [("sub", "robot-1"), ("scope", "scim_v2")]));
        Assert.That((await UsersAsync(robot)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(ErrorOf(() => world.MakeAsync(new ScimClientDraft("Second", "works", "robot-1"))).Kind, Is.EqualTo(FieldErrorKind.Taken));

        await ManageAsync(clients => clients.DisableAsync(first.Id, CancellationToken.None));
        ScimWorld.AssertError(await UsersAsync(robot), 401);
        await world.MakeAsync(new ScimClientDraft("Second", "works", "robot-1"));
        Assert.That((await UsersAsync(robot)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_disabled_client_gets_no_token()
    {
        var made = await world.MakeAsync(new ScimClientDraft("Without a future"));
        await ManageAsync(clients => clients.DisableAsync(made.Id, CancellationToken.None));

        await ManageAsync(clients =>
        {
            Assert.That(ErrorOf(() => clients.AddTokenAsync(made.Id, CancellationToken.None)).Attribute, Is.EqualTo("base"));
            return Task.CompletedTask;
        });
    }

    [Test]
    public async Task What_one_provider_calls_a_user_leaves_what_another_does()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        using var two = await ScimWorld.StartAsync(new ApiServer(
            provider,
            [("Seed:Demo", "None"), .. issuer.Settings(), ("OpenIdConnect:Providers:other:Issuer", "https://other.example.com"), ("OpenIdConnect:Providers:other:ClientId", "x"), ("OpenIdConnect:Providers:other:JwksUri", issuer.JwksUri)]));
        using var works = await two.ClientAsync("Works", "works");
        using var other = await two.ClientAsync("Other", "other");
        var made = await works.PostJsonAsync("/scim_v2/Users", ScimWorld.User("two-providers", "lee-at-works"));

        await other.PatchJsonAsync("/scim_v2/Users/" + made["id"].GetString(), """{"Operations":[{"op":"add","path":"externalId","value":"lee-elsewhere"}]}""");

        using var lee = two.Bearing(issuer.Token(now, claims: [("sub", "lee-at-works"), ("scope", "api_v3")]));
        using var wrong = two.Bearing(issuer.Token(now, claims: [("sub", "lee-elsewhere"), ("scope", "api_v3")]));
        Assert.That((await lee.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("two-providers"));
        Assert.That((await wrong.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        await works.PatchJsonAsync("/scim_v2/Users/" + made["id"].GetString(), """{"Operations":[{"op":"remove","path":"externalId"}]}""");
        Assert.That((await lee.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Clients_that_the_settings_give_are_there_at_the_start_and_nobody_changes_them_here()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        string Given(string subject) => $$"""[{"name":"Keycloak","jwt_sub":"{{subject}}","auth_provider_slug":"works"}]""";
        using var first = new ApiServer(provider, [("Seed:Demo", "None"), ("Scim:Clients", Given("robot-one")), .. issuer.Settings()]);
        Assert.That(await StatusAsync(first, "robot-one"), Is.EqualTo(HttpStatusCode.OK));
        await AsOperatorAsync(first, async clients =>
        {
            var given = (await clients.ListAsync(CancellationToken.None)).Single();
            Assert.That((given.Name, given.Provider, given.IsGiven), Is.EqualTo(("Keycloak", "works", true)));
            Assert.That(ErrorOf(() => clients.DisableAsync(given.Id, CancellationToken.None)).Attribute, Is.EqualTo("base"));
            Assert.That(ErrorOf(() => clients.AddTokenAsync(given.Id, CancellationToken.None)).Attribute, Is.EqualTo("base"));

            // As a further start does, and one with another subject.
            await clients.GiveAllAsync(CancellationToken.None);
            Assert.That(await clients.ListAsync(CancellationToken.None), Has.Count.EqualTo(1));
        });
        using var second = first.WithWebHostBuilder(host => host.UseSetting("Scim:Clients", Given("robot-two")));
        Assert.That((await StatusAsync(second, "robot-one"), await StatusAsync(second, "robot-two")), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));

        async Task<HttpStatusCode> StatusAsync(WebApplicationFactory<Program> server, string subject)
        {
            using var client = server.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token(now, claims: [("sub", subject), ("scope", "scim_v2")]));
            return (await UsersAsync(client)).Status;
        }

        static async Task AsOperatorAsync(ApiServer server, Func<ScimClientService, Task> act)
        {
            await using var scope = server.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
            await act(scope.ServiceProvider.GetRequiredService<ScimClientService>());
        }
    }

    [Test]
    public async Task Whose_external_id_has_changed_no_longer_signs_in_by_the_identity_that_he_had_before()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        using var two = await ScimWorld.StartAsync(new ApiServer(provider, [("Seed:Demo", "None"), .. issuer.Settings()]));
        using var directory = await two.ClientAsync("Works", "works");
        using var admin = two.Server.Client();
        var id = (await directory.PostJsonAsync("/scim_v2/Users", ScimWorld.User("renamed", "renamed-before")))["id"].GetString();
        Assert.That((int)(await admin.PatchJsonAsync("/api/v3/users/" + id, new { identityUrl = "works:renamed-before" })).Status, Is.EqualTo(200));
        using var before = two.Bearing(issuer.Token(now, claims: [("sub", "renamed-before"), ("scope", "api_v3")]));
        using var after = two.Bearing(issuer.Token(now, claims: [("sub", "renamed-after"), ("scope", "api_v3")]));
        Assert.That((await before.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));

        await directory.PatchJsonAsync("/scim_v2/Users/" + id, """{"Operations":[{"op":"replace","path":"externalId","value":"renamed-after"}]}""");

        Assert.That((await before.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "Somebody else may have that name there now.");
        Assert.That((await after.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("renamed"));
    }

    [Test]
    public async Task A_provisioned_user_signs_in_is_a_member_through_his_group_and_locked_where_he_is_locked()
    {
        using var demo = await ScimWorld.StartAsync(new ApiServer(provider, issuer.Settings()));
        using var admin = demo.Server.Client();
        using var directory = await demo.ClientAsync("Works", "works");
        var user = (await directory.PostJsonAsync("/scim_v2/Users", ScimWorld.User("through-group", "through-group-id")))["id"].GetString();
        using var himself = demo.Bearing(issuer.Token(
            DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()), claims: [("sub", "through-group-id"), ("scope", "api_v3")]));
        var group = await demo.GroupAsync("Provisioned");
        var project = (await admin.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString();
        var role = (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Member").GetProperty("id").GetInt64();
        var given = await admin.PostJsonAsync("/api/v3/memberships", new { _links = new { principal = new { href = "/api/v3/groups/" + group }, project = new { href = project }, roles = new[] { new { href = $"/api/v3/roles/{role}" } } } });
        Assert.That(given.Status, Is.EqualTo(HttpStatusCode.Created), given.ToString());
        var memberships = "/api/v3/memberships?filters=" + Uri.EscapeDataString($$$"""[{"principal":{"operator":"=","values":["{{{user}}}"]}}]""");

        await demo.PatchAsync("Groups/" + group, $$"""{"op":"add","path":"members","value":[{"value":"{{user}}"}]}""");
        Assert.That((await admin.GetJsonAsync(memberships))["total"].GetInt32(), Is.EqualTo(1));
        Assert.That((await himself.GetJsonAsync("/api/v3/users/me"))["login"].GetString(), Is.EqualTo("through-group"));
        Assert.That((await himself.GetJsonAsync(project!))["identifier"].GetString(), Is.EqualTo("demo-project"));
        Assert.That((await admin.GetJsonAsync("/api/v3/users/" + user))["email"].GetString(), Is.EqualTo("through-group@example.net"));
        Assert.That((await admin.GetJsonAsync("/api/v3/groups/" + group))["_links/members/0/href"].GetString(), Is.EqualTo("/api/v3/users/" + user));
        Assert.That((await himself.PostJsonAsync("/api/v3/work_packages", new { subject = "By a member", _links = new { project = new { href = project } } })).Status, Is.EqualTo(HttpStatusCode.Created));

        Assert.That((await admin.PostJsonAsync($"/api/v3/users/{user}/lock", "")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await directory.GetJsonAsync("/scim_v2/Users/" + user))["active"].GetBoolean(), Is.False);
        Assert.That((await himself.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        await demo.PatchAsync("Users/" + user, """{"op":"replace","path":"active","value":true}""");
        Assert.That((await himself.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));

        await demo.PatchAsync("Groups/" + group, $$"""{"op":"remove","path":"members[value eq \"{{user}}\"]"}""");
        Assert.That((await admin.GetJsonAsync(memberships))["total"].GetInt32(), Is.Zero);
        await demo.PutAsync("Groups/" + group, new { schemas = new[] { ScimWorld.GroupSchema }, displayName = "Provisioned", members = new[] { new { value = user } } });
        Assert.That((await admin.GetJsonAsync(memberships))["total"].GetInt32(), Is.EqualTo(1));
        await demo.Client.DeleteJsonAsync("/scim_v2/Groups/" + group);
        Assert.That((await admin.GetJsonAsync(memberships))["total"].GetInt32(), Is.Zero);
    }
}
