using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>One user from creation to removal, and what is refused.</summary>
[OnEachDatabase]
public sealed class UserTests(DatabaseProvider provider)
{
    private const string Path = "/scim_v2/Users";

    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_user_is_made_and_told_with_exactly_its_attributes()
    {
        var made = await world.Client.PostJsonAsync(Path, ScimWorld.User("bjensen@example.com", "ext-1"));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made.ContentHeaders.ContentType?.ToString(), Is.EqualTo("application/scim+json; charset=utf-8"));
        var id = made["id"].GetString();
        Assert.That(made.Headers.Location?.ToString(), Is.EqualTo($"http://localhost/scim_v2/Users/{id}").And.EqualTo(made["meta/location"].GetString()));
        Assert.That(made.Headers.NonValidated["ETag"].ToString(), Is.EqualTo(made["meta/version"].GetString()));
        Assert.That(made.Body.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "schemas", "id", "externalId", "userName", "name", "active", "emails", "groups", "meta" }));
        Assert.That(made["name"].GetRawText(), Is.EqualTo("""{"givenName":"Barbara","familyName":"Jensen"}"""));
        Assert.That(made["emails"].GetRawText(), Is.EqualTo("""[{"value":"bjensen@example.com","type":"work","primary":true}]"""));
        Assert.That(made["groups"].GetRawText(), Is.EqualTo("[]"));
        Assert.That(made["meta/created"].GetString(), Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"));
        Assert.That(made["meta/resourceType"].GetString(), Is.EqualTo("User"));

        var shown = await world.Client.GetJsonAsync($"{Path}/{id}");
        Assert.That(shown.Text, Is.EqualTo(made.Text));
        var seen = await world.Server.Client().GetJsonAsync("/api/v3/users/" + id);
        Assert.That((seen["login"].GetString(), seen["status"].GetString()), Is.EqualTo(("bjensen@example.com", "active")));
    }

    [Test]
    public async Task What_was_read_can_be_sent_back_and_changes_nothing()
    {
        var id = await world.UserAsync("unchanged");
        var before = await world.Client.GetJsonAsync($"{Path}/{id}");

        var after = await world.PutAsync("Users/" + id, before.Text);

        Assert.That(after.Status, Is.EqualTo(HttpStatusCode.OK), after.ToString());
        Assert.That(after.Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task PUT_replaces_but_keeps_activity_and_external_id_that_are_left_out()
    {
        var body = ScimWorld.User("replaced", "ext-2");
        body["displayName"] = "Babs";
        body["active"] = false;
        var made = await world.Client.PostJsonAsync(Path, body);
        Assert.That((made["displayName"].GetString(), made["active"].GetBoolean()), Is.EqualTo(("Babs", false)));
        body.Remove("externalId");
        body.Remove("active");
        body.Remove("displayName");
        body["userName"] = "renamed";

        var after = await world.PutAsync("Users/" + made["id"].GetString(), body);

        Assert.That(after["userName"].GetString(), Is.EqualTo("renamed"), after.ToString());
        Assert.That((after["externalId"].GetString(), after["active"].GetBoolean()), Is.EqualTo(("ext-2", false)));
        Assert.That(after.Body.TryGetProperty("displayName", out _), Is.False);
        Assert.That(after["meta/version"].GetString(), Is.Not.EqualTo(made["meta/version"].GetString()));
        ScimWorld.AssertError(await world.PutAsync("Users/999999", body), 404);
    }

    [Test]
    public async Task A_removed_user_is_gone_at_once_and_his_name_is_free()
    {
        var id = await world.UserAsync("leaver");
        await world.GroupAsync("Leavers", id);

        Assert.That((await world.Client.DeleteJsonAsync($"{Path}/{id}")).Status, Is.EqualTo(HttpStatusCode.NoContent));

        ScimWorld.AssertError(await world.Client.GetJsonAsync($"{Path}/{id}"), 404);
        ScimWorld.AssertError(await world.Client.DeleteJsonAsync($"{Path}/{id}"), 404);
        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, """{"op":"replace","path":"active","value":true}"""), 404);
        Assert.That(await world.NamesAsync("Users?filter=userName eq \"leaver\""), Is.Empty);
        Assert.That((await world.Server.Client().GetJsonAsync("/api/v3/users/" + id)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Server.Client().GetJsonAsync("/api/v3/users?pageSize=500")).Text, Does.Not.Contain("Deleted user"));
        await world.UserAsync("leaver");
    }

    [TestCase("userName", "UNIQUE@example.com", null)]
    [TestCase("emails", null, "Unique@Example.com")]
    [TestCase("externalId", null, null)]
    public async Task What_another_user_has_is_a_conflict(string what, string? userName, string? email)
    {
        await world.Client.PostJsonAsync(Path, ScimWorld.User("unique@example.com", "taken-id"));
        var body = ScimWorld.User("other-" + what, what == "externalId" ? "taken-id" : null);
        if (userName is not null)
            body["userName"] = userName;
        if (email is not null)
            body["emails"] = new[] { new { value = email } };

        ScimWorld.AssertError(await world.Client.PostJsonAsync(Path, body), 409, "uniqueness");
    }

    [Test]
    public async Task Of_many_who_make_the_same_user_at_once_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Client.PostJsonAsync(Path, ScimWorld.User("together"))));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Conflict), Is.EqualTo(7));
    }

    [TestCase("userName", "Invalid resource: Username is required.")]
    [TestCase("name", "Invalid resource: Name is required.")]
    [TestCase("emails", "Invalid resource: Emails is required.")]
    public async Task What_a_user_must_have_is_asked_for(string attribute, string detail)
    {
        var body = ScimWorld.User("incomplete");
        body.Remove(attribute);

        var answer = await world.Client.PostJsonAsync(Path, body);

        ScimWorld.AssertError(answer, 400, "invalidValue");
        Assert.That(answer["detail"].GetString(), Is.EqualTo(detail));
    }

    [Test]
    public async Task The_primary_address_counts_or_that_for_work_or_the_first()
    {
        async Task<string> KeptAsync(string userName, params object[] emails)
        {
            var body = ScimWorld.User(userName);
            body["emails"] = emails;
            var answer = await world.Client.PostJsonAsync(Path, body);
            return answer["emails/0/value"].GetString()!;
        }

        Assert.That(await KeptAsync("mail1", new { value = "a1@x.net", type = "work" }, new { value = "b1@x.net", primary = true }), Is.EqualTo("b1@x.net"));
        Assert.That(await KeptAsync("mail2", new { value = "a2@x.net", type = "home" }, new { value = "b2@x.net", type = "Work" }), Is.EqualTo("b2@x.net"));
        Assert.That(await KeptAsync("mail3", new { value = "a3@x.net", type = "home" }, new { value = "b3@x.net" }), Is.EqualTo("a3@x.net"));
    }

    [Test]
    public async Task Versions_guard_changes()
    {
        var id = await world.UserAsync("versioned");
        var version = (await world.Client.GetJsonAsync($"{Path}/{id}"))["meta/version"].GetString()!;
        const string change = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"name.givenName","value":"Ada"}]}""";

        Assert.That((await world.WithAsync(HttpMethod.Get, "Users/" + id, "If-None-Match", version)).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await world.WithAsync(HttpMethod.Get, "Users/" + id, "If-None-Match", "W/\"999\"")).Status, Is.EqualTo(HttpStatusCode.OK));
        ScimWorld.AssertError(await world.WithAsync(HttpMethod.Patch, "Users/" + id, "If-Match", "W/\"999\"", change), 412);
        Assert.That((await world.WithAsync(HttpMethod.Patch, "Users/" + id, "If-Match", $"W/\"999\", {version}", change)).Status, Is.EqualTo(HttpStatusCode.OK));
        ScimWorld.AssertError(await world.WithAsync(HttpMethod.Delete, "Users/" + id, "If-Match", version), 412);
        Assert.That((await world.WithAsync(HttpMethod.Delete, "Users/" + id, "If-Match", "*")).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Of_many_who_change_one_version_one_succeeds()
    {
        var id = await world.UserAsync();
        var version = (await world.Client.GetJsonAsync($"{Path}/{id}"))["meta/version"].GetString()!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => world.WithAsync(
            HttpMethod.Patch, "Users/" + id, "If-Match", version,
            $$"""{"Operations":[{"op":"replace","path":"name.givenName","value":"Name{{number}}"}]}""")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(5));
    }

    [Test]
    public async Task Another_provider_s_external_ids_are_told_but_its_own_count()
    {
        using var other = await world.ClientAsync("Other directory");
        var made = await world.Client.PostJsonAsync(Path, ScimWorld.User("shared", "first-id"));
        var path = $"{Path}/{made["id"].GetString()}";

        Assert.That((await other.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("first-id"));
        await other.PatchJsonAsync(path, """{"Operations":[{"op":"add","path":"externalId","value":"second-id"}]}""");

        Assert.That((await other.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("second-id"));
        Assert.That((await world.Client.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("first-id"));
        Assert.That((await other.GetJsonAsync(Path + "?filter=externalId eq \"first-id\""))["totalResults"].GetInt32(), Is.Zero);
        Assert.That((await other.GetJsonAsync(Path + "?filter=externalId eq \"second-id\""))["totalResults"].GetInt32(), Is.EqualTo(1));
        Assert.That((await other.GetJsonAsync(Path + "?filter=externalId eq \"SECOND-id\""))["totalResults"].GetInt32(), Is.Zero);
        await other.PatchJsonAsync(path, """{"Operations":[{"op":"remove","path":"externalId"}]}""");
        Assert.That((await other.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("first-id"));
    }

    [Test]
    public async Task The_last_administrator_stays()
    {
        var admin = (await world.Client.GetJsonAsync(Path + "?filter=userName eq \"admin\""))["Resources/0/id"].GetString();

        ScimWorld.AssertError(await world.Client.DeleteJsonAsync($"{Path}/{admin}"), 403);
    }
}
