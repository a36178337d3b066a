using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Many operations in one request (RFC 7644 section 3.7).</summary>
[OnEachDatabase]
public sealed class BulkTests(DatabaseProvider provider)
{
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    private Task<ApiAnswer> BulkAsync(int? failOnErrors, params object[] operations) => world.Client.PostJsonAsync(
        "/scim_v2/Bulk", new { schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:BulkRequest" }, failOnErrors, Operations = operations });

    private static object Post(string path, string? bulkId, object data) => new { method = "POST", path, bulkId, data };

    private static object Group(string name, params string[] members) => new { schemas = new[] { ScimWorld.GroupSchema }, displayName = name, members = members.Select(value => new { value }) };

    private static IEnumerable<string> Statuses(ApiAnswer answer) => answer["Operations"].EnumerateArray().Select(operation => operation.GetProperty("status").GetString()!);

    [Test]
    public async Task Operations_of_all_kinds_are_done_and_told_in_order()
    {
        var (changed, removed) = (await world.UserAsync(), await world.UserAsync());

        var answer = await BulkAsync(
            null,
            Post("/Users", "u1", ScimWorld.User("bulk1")),
            new { method = "patch", path = "/Users/" + changed, data = new { Operations = new[] { new { op = "replace", path = "active", value = false } } } },
            new { method = "DELETE", path = "/Users/" + removed },
            Post("/Users", "u2", ScimWorld.User("bulk1")),
            new { method = "DELETE", path = "/Users/999999" },
            new { method = "DELETE", path = "/Schemas/1" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["schemas/0"].GetString(), Is.EqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse"));
        Assert.That(Statuses(answer), Is.EqualTo(new[] { "201", "200", "204", "409", "404", "404" }));
        Assert.That(answer["Operations/0/bulkId"].GetString(), Is.EqualTo("u1"));
        Assert.That((await world.Client.GetJsonAsync(answer["Operations/0/location"].GetString()!))["meta/version"].GetString(), Is.EqualTo(answer["Operations/0/version"].GetString()));
        Assert.That(answer["Operations/3/response/scimType"].GetString(), Is.EqualTo("uniqueness"));
        Assert.That(answer["Operations/3"].TryGetProperty("location", out _), Is.False);
        Assert.That(answer["Operations/4/location"].GetString(), Does.EndWith("/Users/999999"));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + changed))["active"].GetBoolean(), Is.False);
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users/" + removed), 404);
    }

    [Test]
    public async Task Bulk_ids_stand_for_what_is_made_before_or_after()
    {
        var answer = await BulkAsync(
            null,
            Post("/Groups", "g", Group("Bulk group", "bulkId:later")),
            Post("/Users", "later", ScimWorld.User("bulk-later")),
            new { method = "PATCH", path = "/Groups/bulkId:g", data = new { Operations = new[] { new { op = "add", path = "members", value = new[] { new { value = "bulkId:third" } } } } } },
            Post("/Users", "third", ScimWorld.User("bulk-third")));

        Assert.That(Statuses(answer), Is.EqualTo(new[] { "201", "201", "200", "201" }), answer.ToString());
        var group = await world.Client.GetJsonAsync(answer["Operations/0/location"].GetString()!);
        Assert.That(group["members"].GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_refers_to_nothing_or_to_what_failed_fails()
    {
        var answer = await BulkAsync(
            null,
            Post("/Groups", "a", Group("Refers to nothing", "bulkId:none")),
            Post("/Users", "bad", new { schemas = new[] { ScimWorld.UserSchema } }),
            Post("/Groups", "b", Group("Refers to a failure", "bulkId:bad")),
            Post("/Groups", "c", Group("Circle 1", "bulkId:d")),
            Post("/Groups", "d", Group("Circle 2", "bulkId:c")));

        Assert.That(Statuses(answer), Is.EqualTo(new[] { "409", "400", "409", "409", "409" }), answer.ToString());
        Assert.That(answer["Operations/0/response/scimType"].GetString(), Is.EqualTo("invalidValue"));
        Assert.That(answer["Operations/0/response/status"].GetString(), Is.EqualTo("409"), "What is told of an error is what its operation is told with.");
    }

    [Test]
    public async Task It_stops_after_as_many_errors_as_are_allowed()
    {
        var answer = await BulkAsync(
            2,
            new { method = "DELETE", path = "/Users/999999" },
            Post("/Users", "ok", ScimWorld.User("bulk-before")),
            new { method = "DELETE", path = "/Users/999998" },
            Post("/Users", "no", ScimWorld.User("bulk-after")));

        Assert.That(Statuses(answer), Is.EqualTo(new[] { "404", "201", "404" }), answer.ToString());
        Assert.That(await world.NamesAsync("Users?filter=userName eq \"bulk-after\""), Is.Empty);
    }

    [Test]
    public async Task Versions_guard_operations()
    {
        var id = await world.UserAsync();

        var answer = await BulkAsync(null, new { method = "DELETE", path = "/Users/" + id, version = "W/\"77\"" });

        Assert.That(Statuses(answer), Is.EqualTo(new[] { "412" }), answer.ToString());
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + id)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("""{"Operations":[]}""", 400, "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"]}""", 400, "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[7]}""", 400, "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{"method":"GET","path":"/Users"}]}""", 400, "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{"method":"POST"}]}""", 400, "invalidSyntax")]
    [TestCase("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":0,"Operations":[]}""", 400, "invalidValue")]
    public async Task Requests_that_are_none_are_refused(string body, int status, string scimType) =>
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Bulk", body), status, scimType);

    [Test]
    public async Task More_operations_than_are_allowed_are_refused_whole()
    {
        var many = JsonSerializer.Serialize(Enumerable.Repeat(new { method = "DELETE", path = "/Users/999999" }, 1001));
        var answer = await world.Client.PostJsonAsync("/scim_v2/Bulk", $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":{{many}}}""");

        ScimWorld.AssertError(answer, 413);
        Assert.That(answer["detail"].GetString(), Does.Contain("1000"));
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Bulk", new string(' ', 1024 * 1024) + "{}"), 413);
    }
}
