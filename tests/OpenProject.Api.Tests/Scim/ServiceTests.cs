using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>What the server says of itself, whom it lets in, and what it answers to nonsense.</summary>
[TestFixture]
public sealed class ServiceTests
{
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(DatabaseProvider.Sqlite);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task The_configuration_tells_what_works()
    {
        var answer = await world.Client.GetJsonAsync("/scim_v2/ServiceProviderConfig");

        foreach (var feature in new[] { "patch", "bulk", "filter", "sort", "etag" })
            Assert.That(answer[feature + "/supported"].GetBoolean(), Is.True, feature);
        Assert.That(answer["changePassword/supported"].GetBoolean(), Is.False);
        Assert.That(answer["filter/maxResults"].GetInt32(), Is.EqualTo(100));
        Assert.That(answer["bulk/maxOperations"].GetInt32(), Is.EqualTo(1000));
        Assert.That(answer["pagination/cursor"].GetBoolean(), Is.True);
        var tag = answer.Headers.NonValidated["ETag"].ToString();
        Assert.That((await world.WithAsync(HttpMethod.Get, "ServiceProviderConfig", "If-None-Match", tag)).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await world.WithAsync(HttpMethod.Get, "ServiceProviderConfig", "If-None-Match", "W/\"1\"")).Text, Is.EqualTo(answer.Text));
        using var nobody = world.Server.Anonymous();
        var shown = await nobody.GetJsonAsync("/scim_v2/ServiceProviderConfig");
        Assert.That(shown.Body.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "meta", "schemas", "authenticationSchemes" }));
    }

    [Test]
    public async Task Types_and_schemas_are_listed()
    {
        var types = await world.Client.GetJsonAsync("/scim_v2/ResourceTypes");
        Assert.That(types["Resources"].EnumerateArray().Select(type => type.GetProperty("endpoint").GetString()), Is.EqualTo(new[] { "/Users", "/Groups" }));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/ResourceTypes/User"))["schema"].GetString(), Is.EqualTo(ScimWorld.UserSchema));
        var schemas = await world.Client.GetJsonAsync("/scim_v2/Schemas");
        Assert.That(schemas["Resources/0/attributes"].EnumerateArray().Select(attribute => attribute.GetProperty("name").GetString()), Is.EqualTo(new[] { "userName", "name", "active", "emails", "groups", "externalId", "id", "displayName" }));
        Assert.That(schemas["Resources/1/attributes"].EnumerateArray().Select(attribute => attribute.GetProperty("name").GetString()), Is.EqualTo(new[] { "displayName", "members", "externalId", "id" }));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Schemas?name=" + ScimWorld.GroupSchema))["totalResults"].GetInt32(), Is.EqualTo(1));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Schemas/" + ScimWorld.GroupSchema))["id"].GetString(), Is.EqualTo(ScimWorld.GroupSchema));
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Schemas/urn:none"), 404);
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/ResourceTypes/Device"), 404);
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Schemas?filter=id pr"), 403);
    }

    [Test]
    public async Task Published_schemas_tell_every_characteristic_and_know_no_null()
    {
        var schemas = await world.Client.GetJsonAsync("/scim_v2/Schemas");

        Assert.That(schemas.Text, Does.Not.Contain("null"));
        var attributes = schemas["Resources"].EnumerateArray().SelectMany(schema => schema.GetProperty("attributes").EnumerateArray()).ToList();
        attributes.AddRange([.. attributes.SelectMany(attribute => attribute.TryGetProperty("subAttributes", out var subs) ? [.. subs.EnumerateArray()] : Array.Empty<System.Text.Json.JsonElement>())]);
        foreach (var attribute in attributes)
        {
            Assert.That(attribute.EnumerateObject().Select(member => member.Name).Take(8), Is.EqualTo(new[] { "multiValued", "required", "caseExact", "mutability", "uniqueness", "returned", "name", "type" }));
            Assert.That(attribute.GetProperty("mutability").GetString(), Is.AnyOf("readOnly", "readWrite", "immutable", "writeOnly"));
            Assert.That(attribute.GetProperty("uniqueness").GetString(), Is.AnyOf("none", "server", "global"));
            Assert.That(attribute.GetProperty("returned").GetString(), Is.AnyOf("always", "never", "default", "request"));
            Assert.That(attribute.TryGetProperty("subAttributes", out _), Is.EqualTo(attribute.GetProperty("type").GetString() == "complex"));
        }
    }

    [TestCase("GET", "Nothing", 404)]
    [TestCase("DELETE", "Me", 501)]
    [TestCase("GET", "Users/0", 404)]
    [TestCase("GET", "Users/-1", 404)]
    [TestCase("GET", "Users/abc", 404)]
    [TestCase("GET", "Users/99999999999999999999", 404)]
    [TestCase("GET", "Me", 501)]
    [TestCase("PATCH", "Me", 501)]
    [TestCase("PUT", "Users", 405)]
    [TestCase("POST", "Users/1", 405)]
    [TestCase("GET", "Bulk", 405)]
    [TestCase("GET", ".search", 405)]
    [TestCase("DELETE", "ServiceProviderConfig", 405)]
    [TestCase("POST", "Schemas", 405)]
    [TestCase("PUT", "ResourceTypes/User", 405)]
    public async Task What_is_not_there_is_a_SCIM_error(string method, string path, int status)
    {
        var answer = await world.Client.AnswerAsync(new HttpMethod(method), "/scim_v2/" + path, method == "GET" ? null : "{}");

        ScimWorld.AssertError(answer, status);
        Assert.That(answer.ContentHeaders.Allow, status == 405 ? Is.Not.Empty : Is.Empty);
    }

    [TestCase("PUT", "Users", "GET POST")]
    [TestCase("POST", "groups/1", "DELETE GET PATCH PUT")]
    [TestCase("GET", "Bulk", "POST")]
    [TestCase("GET", ".search", "POST")]
    [TestCase("DELETE", "Schemas/urn:x", "GET")]
    public async Task Methods_that_a_path_takes_are_told(string method, string path, string expected)
    {
        var answer = await world.Client.AnswerAsync(new HttpMethod(method), "/scim_v2/" + path, method == "GET" ? null : "{}");

        ScimWorld.AssertError(answer, 405);
        Assert.That(string.Join(' ', answer.ContentHeaders.Allow.Order(StringComparer.Ordinal)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Slashes_may_be_doubled_or_stand_at_the_end()
    {
        Assert.That((await world.Client.GetJsonAsync("/scim_v2//Users/")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await world.Client.PostJsonAsync("/scim_v2/Users/", ScimWorld.User("slash"))).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("", "invalidSyntax")]
    [TestCase("[]", "invalidSyntax")]
    [TestCase("{", "invalidSyntax")]
    [TestCase("{\"userName\":\"\\ud800\"}", "invalidSyntax")]
    [TestCase("{\"schemas\":[\"urn:other\"],\"userName\":\"x\"}", "invalidSyntax")]
    [TestCase("{\"userName\":\"x\"}", "invalidSyntax")]
    public async Task Bodies_that_are_none_are_refused(string body, string scimType) =>
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Users", body), 400, scimType);

    [Test]
    public async Task Media_types_are_taken_as_clients_send_them()
    {
        var body = System.Text.Json.JsonSerializer.Serialize(ScimWorld.User("media"));
        ScimWorld.AssertError(await world.WithAsync(HttpMethod.Post, "Users", "Accept", "*/*", body, "text/plain"), 415);
        ScimWorld.AssertError(await world.WithAsync(HttpMethod.Post, "Users", "Accept", "*/*", new string(' ', 1024 * 1024) + body), 413);
        Assert.That((await world.WithAsync(HttpMethod.Post, "Users", "Accept", "text/html", "\ufeff" + body)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Names_in_bodies_are_found_in_any_case_and_the_last_of_two_counts()
    {
        var made = await world.Client.PostJsonAsync("/scim_v2/Users", $$"""
            {"Schemas":["{{ScimWorld.UserSchema.ToUpperInvariant()}}"],"USERNAME":"first","userName":"anycase","Name":{"GIVENNAME":"A","familyname":"B"},
            "Emails":[null,{"Value":"anycase@x.net","display":"x"}],"active":"TRUE","id":"7","meta":{},"groups":[{"value":"1"}],"password":"secret-secret-secret","shoeSize":44,"nickName":null}
            """);

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["userName"].GetString(), made["name/familyName"].GetString(), made["active"].GetBoolean()), Is.EqualTo(("anycase", "B", true)));
        Assert.That(made.Text, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task Nobody_but_clients_is_let_in()
    {
        const string Challenge = "Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\", scope=\"scim_v2\"";
        using var nobody = world.Server.Anonymous();
        using var stranger = world.Bearing("opscim-" + new string('0', 40));

        var missing = await nobody.GetJsonAsync("/scim_v2/Users");
        var wrong = await stranger.GetJsonAsync("/scim_v2/ServiceProviderConfig");

        ScimWorld.AssertError(missing, 401);
        ScimWorld.AssertError(wrong, 401);
        Assert.That(missing.Headers.NonValidated["WWW-Authenticate"].ToString(), Is.EqualTo(Challenge));
        Assert.That(wrong.Headers.NonValidated["WWW-Authenticate"].ToString(), Is.EqualTo(Challenge + ", error=\"invalid_token\""));
        ScimWorld.AssertError(await world.Server.Client().GetJsonAsync("/scim_v2/Users"), 401);
    }

    [Test]
    public async Task It_can_be_switched_off()
    {
        using var off = await ScimWorld.StartAsync(DatabaseProvider.Sqlite, ("Scim:Enabled", "false"));

        ScimWorld.AssertError(await off.Client.GetJsonAsync("/scim_v2/Users"), 403);
    }

    [Test]
    public async Task Wrong_credentials_are_answered_so_often_in_a_minute_and_good_ones_always()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        using var guarded = await ScimWorld.StartAsync(new ApiServer(("Seed:Demo", "None"), ("Scim:FailuresPerMinute", "3")) { TestServices = services => services.AddSingleton<TimeProvider>(clock) });
        using var guessing = guarded.Bearing("opscim-" + new string('0', 40));
        using var person = guarded.Server.Client();
        for (var failures = 0; failures < 3; failures++)
            ScimWorld.AssertError(await guessing.GetJsonAsync("/scim_v2/Users"), 401);
        clock.Advance(TimeSpan.FromSeconds(20));

        var refused = await guessing.GetJsonAsync("/scim_v2/Users");

        ScimWorld.AssertError(refused, 429);
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(40)));
        Assert.That((await guarded.Client.GetJsonAsync("/scim_v2/Users")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await person.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
        clock.Advance(TimeSpan.FromSeconds(41));
        ScimWorld.AssertError(await guessing.GetJsonAsync("/scim_v2/Users"), 401);
    }

    [Test]
    public async Task A_cursor_is_too_old_after_an_hour()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        using var aging = await ScimWorld.StartAsync(new ApiServer(("Seed:Demo", "None")) { TestServices = services => services.AddSingleton<TimeProvider>(clock) });
        await aging.UserAsync();
        var path = "/scim_v2/Users?count=1&cursor=" + (await aging.Client.GetJsonAsync("/scim_v2/Users?count=1&cursor="))["nextCursor"].GetString();

        clock.Advance(TimeSpan.FromHours(1));
        Assert.That((await aging.Client.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK));
        clock.Advance(TimeSpan.FromSeconds(1));
        ScimWorld.AssertError(await aging.Client.GetJsonAsync(path), 400, "expiredCursor");
    }

    [Test]
    public async Task A_total_that_is_remembered_hides_no_user_whom_another_server_has_made()
    {
        void Still(IServiceCollection services) => services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)));
        using var one = await ScimWorld.StartAsync(new ApiServer(("Seed:Demo", "None")) { TestServices = Still });
        using var other = new ApiServer(("Seed:Demo", "None"), ("Data:Directory", one.Server.DataDirectory)) { TestServices = Still };
        const string path = "/scim_v2/Users?filter=userName eq \"late\"";
        Assert.That((await one.Client.GetJsonAsync(path))["totalResults"].GetInt32(), Is.Zero);
        using var elsewhere = other.Anonymous();
        elsewhere.DefaultRequestHeaders.Authorization = one.Client.DefaultRequestHeaders.Authorization;

        Assert.That((await elsewhere.PostJsonAsync("/scim_v2/Users", ScimWorld.User("late"))).Status, Is.EqualTo(HttpStatusCode.Created));

        var found = await one.Client.GetJsonAsync(path);
        Assert.That((found["totalResults"].GetInt32(), found["Resources"].GetArrayLength()), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Hostile_filters_are_refused_before_anything_is_made_of_them()
    {
        async Task AssertRefusedAsync(string filter, string why)
        {
            var answer = await world.Client.PostJsonAsync("/scim_v2/Users/.search", new { schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:SearchRequest" }, filter });
            ScimWorld.AssertError(answer, 400, "invalidFilter");
            Assert.That(answer["detail"].GetString(), Does.EndWith(why));
            Assert.That(answer.Text, Has.Length.LessThan(1000));
        }

        // The position is where reading stopped.
        await AssertRefusedAsync(new string('(', 1500) + "userName pr" + new string(')', 1500), "Brackets are nested more than 50 times at position 51.");
        await AssertRefusedAsync(string.Concat(Enumerable.Repeat("not (", 60)) + "userName pr" + new string(')', 60), "Brackets are nested more than 50 times at position 255.");
        await AssertRefusedAsync(string.Join(" or ", Enumerable.Repeat("userName eq \"x\"", 501)), "More than 500 tests at position 9509.");
        await AssertRefusedAsync(new string('(', 10_000) + "userName pr" + new string(')', 10_000), "it is longer than 16384 characters.");
        await AssertRefusedAsync($"userName eq \"{new string('x', 1_000_000)}\"", "it is longer than 16384 characters.");
    }

    [TestCase("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":DEEP}""", "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"emails":LONG}""", "invalidValue")]
    public async Task Hostile_bodies_are_refused(string body, string scimType)
    {
        body = body.Replace("DEEP", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal)
            .Replace("LONG", $"[{string.Join(',', Enumerable.Repeat("""{"value":"x@x.net"}""", 50_000))}]", StringComparison.Ordinal);

        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Users", body), 400, scimType);
    }
}
