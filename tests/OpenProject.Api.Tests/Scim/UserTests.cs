using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;
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
    public async Task What_a_client_says_is_its_own_also_where_another_provider_said_the_same()
    {
        using var other = await world.ClientAsync("Repeating directory");
        var made = await world.Client.PostJsonAsync(Path, ScimWorld.User("repeated", "said-first"));
        var path = $"{Path}/{made["id"].GetString()}";

        var renamed = await other.PatchJsonAsync(path, """{"Operations":[{"op":"replace","path":"name.givenName","value":"Ada"}]}""");
        Assert.That(renamed["externalId"].GetString(), Is.EqualTo("said-first"));
        await world.Client.PatchJsonAsync(path, """{"Operations":[{"op":"replace","path":"externalId","value":"said-later"}]}""");
        Assert.That((await other.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("said-later"));

        var sent = await other.AnswerAsync(HttpMethod.Put, path, (await other.GetJsonAsync(path)).Text);
        var again = await other.AnswerAsync(HttpMethod.Put, path, sent.Text);
        Assert.That(again.Text, Is.EqualTo(sent.Text));
        await world.Client.PatchJsonAsync(path, """{"Operations":[{"op":"remove","path":"externalId"}]}""");
        Assert.That((await other.GetJsonAsync(path))["externalId"].GetString(), Is.EqualTo("said-later"));
    }

    [TestCase("""{"op":"replace","path":"active","value":false}""")]
    [TestCase("""{"op":"remove","path":"active"}""")]
    [TestCase("""{"op":"replace","value":{"name.givenName":"Locked","active":"False"}}""")]
    public async Task The_last_administrator_is_neither_locked_nor_removed(string operation)
    {
        using var alone = await ScimWorld.StartAsync(provider);
        var admin = (await alone.Client.GetJsonAsync(Path + "?filter=userName eq \"admin\""))["Resources/0"];
        var path = "Users/" + admin.GetProperty("id").GetString();

        ScimWorld.AssertError(await alone.PatchAsync(path, operation), 403);
        ScimWorld.AssertError(await alone.PutAsync(path, admin.GetRawText().Replace("\"active\":true", "\"active\":false", StringComparison.Ordinal)), 403);
        ScimWorld.AssertError(await alone.Client.DeleteJsonAsync("/scim_v2/" + path), 403);
        Assert.That((await alone.Client.GetJsonAsync("/scim_v2/" + path)).Text, Is.EqualTo(admin.GetRawText()));

        var other = await alone.Server.AccountAsync("deputy", "Correct-horse-7-battery", isAdmin: true);
        Assert.That((await alone.PatchAsync(path, operation)).Status, Is.EqualTo(HttpStatusCode.OK));
        ScimWorld.AssertError(await alone.Client.DeleteJsonAsync($"{Path}/{other}"), 403);
    }

    [Test]
    public async Task Of_two_administrators_who_are_removed_at_once_one_stays()
    {
        using var alone = await ScimWorld.StartAsync(provider);
        var admin = (await alone.Client.GetJsonAsync(Path + "?filter=userName eq \"admin\""))["Resources/0/id"].GetString();
        var other = await alone.Server.AccountAsync("deputy", "Correct-horse-7-battery", isAdmin: true);

        var answers = await Task.WhenAll(new[] { admin, $"{other}" }.Select(id => alone.Client.DeleteJsonAsync($"{Path}/{id}")));

        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.NoContent, HttpStatusCode.Forbidden }));
    }

    [Test]
    public async Task Whoever_writes_what_he_read_before_a_change_is_refused_so_that_no_two_states_have_one_version()
    {
        var id = await world.UserAsync("raced");
        await using var scope = world.Server.Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<IAggregates<User>>().FindAsync(long.Parse(id, CultureInfo.InvariantCulture), CancellationToken.None))!;
        await world.PatchAsync("Users/" + id, """{"op":"replace","path":"name.familyName","value":"Provisioned"}""");

        user.CallFirstName("Stale");
        var refused = Assert.ThrowsAsync<ProblemException>(() => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None))!;

        Assert.That(refused.Problem, Is.InstanceOf<Problem.Conflict>());
        Assert.That((await world.Client.GetJsonAsync($"{Path}/{id}"))["name"].GetRawText(), Is.EqualTo("""{"givenName":"Barbara","familyName":"Provisioned"}"""));
    }

    [Test]
    public async Task An_external_id_is_told_without_the_blanks_around_it_and_blank_is_none()
    {
        var id = (await world.Client.PostJsonAsync(Path, ScimWorld.User("padded", " padded-id ")))["id"].GetString();
        var before = await world.Client.GetJsonAsync($"{Path}/{id}");

        var after = await world.PatchAsync("Users/" + id, """{"op":"replace","path":"externalId","value":"  padded-id"}""");
        Assert.That(after["externalId"].GetString(), Is.EqualTo("padded-id"));
        Assert.That(after.Text, Is.EqualTo(before.Text));
        Assert.That((await world.PutAsync("Users/" + id, ScimWorld.User("padded", "  ")))["externalId"].GetString(), Is.EqualTo("padded-id"));
    }

    [TestCase("""{"op":"replace","path":"userName","value":"LONG"}""")]
    [TestCase("""{"op":"replace","path":"externalId","value":"LONG"}""")]
    [TestCase("""{"op":"replace","path":"emails","value":[{"value":"LONG@x.net"}]}""")]
    [TestCase("""{"op":"add","path":"displayName","value":"LONG"}""")]
    [TestCase("""{"op":"replace","path":"active","value":"LONG"}""")]
    public async Task Values_of_a_megabyte_are_refused(string operation)
    {
        var id = await world.UserAsync();
        var before = await world.Client.GetJsonAsync($"{Path}/{id}");

        var answer = await world.PatchAsync("Users/" + id, """{"op":"replace","path":"name.familyName","value":"Changed"},""" + operation.Replace("LONG", new string('x', 1_000_000), StringComparison.Ordinal));

        ScimWorld.AssertError(answer, 400, "invalidValue");
        Assert.That(answer.Text, Has.Length.LessThan(2000));
        Assert.That((await world.Client.GetJsonAsync($"{Path}/{id}")).Text, Is.EqualTo(before.Text));
    }

    [TestCase("userName", null)]
    [TestCase("userName", "taken-by-another")]
    [TestCase("userName", "a:b")]
    [TestCase("name", "text")]
    [TestCase("active", "maybe")]
    [TestCase("emails", "no address")]
    [TestCase("externalId", "taken-id-of-another")]
    public async Task A_PUT_that_is_refused_changes_nothing(string attribute, string? value)
    {
        await world.Client.PostJsonAsync(Path, ScimWorld.User("taken-by-another", "taken-id-of-another"));
        var id = (await world.Client.PostJsonAsync(Path, ScimWorld.User("put" + Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"))))["id"].GetString();
        var before = await world.Client.GetJsonAsync($"{Path}/{id}");
        var body = ScimWorld.User("renamed-by-put", "other-id");
        body["name"] = new { givenName = "Changed", familyName = "Changed" };
        body[attribute] = value;

        var answer = await world.PutAsync("Users/" + id, body);

        ScimWorld.AssertError(answer, value?.StartsWith("taken", StringComparison.Ordinal) == true ? 409 : 400, value?.StartsWith("taken", StringComparison.Ordinal) == true ? "uniqueness" : "invalidValue");
        Assert.That((await world.Client.GetJsonAsync($"{Path}/{id}")).Text, Is.EqualTo(before.Text));
    }
}
