using System.Net;
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

    [TestCase("GET", "Nothing", 404)]
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
    public async Task Hostile_filters_are_refused_at_once()
    {
        foreach (var filter in new[]
        {
            new string('(', 1500) + "userName pr" + new string(')', 1500),
            string.Concat(Enumerable.Repeat("not (", 60)) + "userName pr" + new string(')', 60),
            string.Join(" or ", Enumerable.Repeat("id pr", 501)),
        })
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var answer = await world.Client.PostJsonAsync("/scim_v2/Users/.search", new { schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:SearchRequest" }, filter });
            ScimWorld.AssertError(answer, 400, "invalidFilter");
            Assert.That(System.Diagnostics.Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(1)));
        }

        var most = string.Join(" or ", Enumerable.Repeat("id pr", 500));
        Assert.That((await world.Client.PostJsonAsync("/scim_v2/Users/.search", new { schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:SearchRequest" }, filter = most })).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
