using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Changes by operations (RFC 7644 section 3.5.2).</summary>
[OnEachDatabase]
public sealed class PatchTests(DatabaseProvider provider)
{
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("""{"op":"replace","path":"userName","value":"N"}""", "userName", "\"N\"")]
    [TestCase("""{"op":"Replace","path":"USERNAME","value":"N"}""", "userName", "\"N\"")]
    [TestCase("""{"op":"add","path":"urn:ietf:params:scim:schemas:core:2.0:User:userName","value":"N"}""", "userName", "\"N\"")]
    [TestCase("""{"op":"replace","value":{"userName":"N","name.givenName":"G"}}""", "name/givenName", "\"G\"")]
    [TestCase("""{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User","value":{"name":{"givenName":"G"}}}""", "name", """{"givenName":"G","familyName":"Jensen"}""")]
    [TestCase("""{"op":"replace","value":{"urn:ietf:params:scim:schemas:core:2.0:User":{"displayName":"D"}}}""", "displayName", "\"D\"")]
    [TestCase("""{"op":"replace","path":"name","value":{"familyName":"F"}}""", "name", """{"givenName":"Barbara","familyName":"F"}""")]
    [TestCase("""{"op":"replace","path":"name.familyName","value":"F"}""", "name/familyName", "\"F\"")]
    [TestCase("""{"op":"Replace","path":"active","value":"False"}""", "active", "false")]
    [TestCase("""{"op":"replace","value":{"active":false}}""", "active", "false")]
    [TestCase("""{"op":"remove","path":"active"}""", "active", "false")]
    [TestCase("""{"op":"add","path":"displayName","value":"D"}""", "displayName", "\"D\"")]
    [TestCase("""{"op":"add","path":"externalId","value":"E"}""", "externalId", "\"E\"")]
    [TestCase("""{"op":"replace","path":"emails[type eq \"work\"].value","value":"N@x.net"}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"Add","path":"emails[type eq \"work\"].value","value":"N@x.net"}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","path":"emails[primary eq true].value","value":"N@x.net"}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","path":"emails.value","value":"N@x.net"}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","path":"emails","value":[{"value":"N@x.net","type":"home"}]}""", "emails/0", """{"value":"N@x.net","type":"work","primary":true}""")]
    [TestCase("""{"op":"replace","path":"emails","value":{"value":"N@x.net"}}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"add","path":"emails","value":[{"value":"N@x.net","primary":true}]}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","path":"emails[type eq \"work\"]","value":{"value":"N@x.net"}}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"remove","path":"emails"},{"op":"add","path":"emails","value":[{"value":"N@x.net"}]}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","value":{"emails[type eq \"work\"].value":"N@x.net"}}""", "emails/0/value", "\"N@x.net\"")]
    [TestCase("""{"op":"replace","path":"title","value":"Chief"},{"op":"replace","path":"name.formatted","value":"X"},{"op":"remove","path":"nickName"},{"op":"replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"X"},{"op":"add","path":"phoneNumbers[type eq \"work\"].value","value":"1"},{"op":"replace","path":"userName","value":"N"}""", "userName", "\"N\"")]
    [TestCase("""{"op":"replace","value":{"shoeSize":44,"id":"ID","meta":{"version":"x"},"groups":[],"userName":"N"}}""", "userName", "\"N\"")]
    public async Task Operations_do(string operations, string path, string expected)
    {
        var id = await world.UserAsync();
        var mark = "n" + id;

        var answer = await world.PatchAsync("Users/" + id, operations.Replace("\"ID\"", $"\"{id}\"", StringComparison.Ordinal).Replace("\"N", "\"" + mark, StringComparison.Ordinal));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer[path].GetRawText(), Is.EqualTo(expected.Replace("\"N", "\"" + mark, StringComparison.Ordinal)));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + id)).Text, Is.EqualTo(answer.Text));
        Assert.That(answer["meta/version"].GetString(), Is.Not.EqualTo("W/\"1\""));
    }

    [TestCase("""{"op":"move","path":"userName","value":"x"}""", "invalidSyntax")]
    [TestCase("""{"path":"userName","value":"x"}""", "invalidSyntax")]
    [TestCase(""" "text" """, "invalidSyntax")]
    [TestCase("""{"op":"remove"}""", "noTarget")]
    [TestCase("""{"op":"replace","path":"userName"}""", "invalidValue")]
    [TestCase("""{"op":"add"}""", "invalidValue")]
    [TestCase("""{"op":"add","value":"x"}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"userName","value":7}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"active","value":"maybe"}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"name.givenName","value":""}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"emails[type eq \"work\"].value","value":"no address"}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"shoeSize","value":44}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"name.shoeSize","value":44}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"emails[type eq","value":"x"}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"emails[shoe eq \"x\"].value","value":"x"}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"name[givenName eq \"x\"].familyName","value":"x"}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":7,"value":"x"}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"urn:unknown:2.0:User:userName","value":"x"}""", "invalidPath")]
    [TestCase("""{"op":"replace","path":"emails[type eq \"home\"].value","value":"x@x.net"}""", "noTarget")]
    [TestCase("""{"op":"replace","path":"id","value":"7"}""", "mutability")]
    [TestCase("""{"op":"replace","value":{"id":"7"}}""", "mutability")]
    [TestCase("""{"op":"replace","path":"meta.version","value":"7"}""", "mutability")]
    [TestCase("""{"op":"add","path":"groups","value":[{"value":"7"}]}""", "mutability")]
    [TestCase("""{"op":"remove","path":"userName"}""", "mutability")]
    [TestCase("""{"op":"remove","path":"name.givenName"}""", "mutability")]
    [TestCase("""{"op":"remove","path":"emails"}""", "mutability")]
    [TestCase("""{"op":"remove","path":"emails[type eq \"work\"]"}""", "mutability")]
    [TestCase("""{"op":"remove","path":"emails.value"}""", "mutability")]
    public async Task What_is_refused_changes_nothing(string operation, string scimType)
    {
        var id = await world.UserAsync();
        var before = await world.Client.GetJsonAsync("/scim_v2/Users/" + id);

        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, """{"op":"replace","path":"name.familyName","value":"Changed"},""" + operation), 400, scimType);

        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + id)).Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task More_than_a_request_may_change_is_refused_and_changes_nothing()
    {
        static string Email(int number) => $$"""{"value":"m{{number}}@x.net"}""";
        static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(0, count).Select(one));
        var id = await world.UserAsync();
        var before = await world.Client.GetJsonAsync("/scim_v2/Users/" + id);

        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, Many(1001, number => $$"""{"op":"replace","path":"displayName","value":"{{number}}"}""")), 413);
        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, $$$"""{"op":"replace","value":{{{{Many(1001, number => $"\"nickName{number}\":1")}}}}}"""), 413);
        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, $$"""{"op":"replace","path":"emails","value":[{{Many(101, Email)}}]}"""), 400, "invalidValue");
        ScimWorld.AssertError(await world.PatchAsync("Users/" + id, Many(101, number => $$"""{"op":"add","path":"emails","value":{{Email(number)}}}""")), 400, "invalidValue");

        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + id)).Text, Is.EqualTo(before.Text));
        Assert.That((await world.PatchAsync("Users/" + id, Many(1000, number => $$"""{"op":"replace","path":"displayName","value":"{{number}}"}""")))["displayName"].GetString(), Is.EqualTo("999"));
    }

    [Test]
    public async Task A_change_to_what_is_already_so_is_none()
    {
        var id = await world.UserAsync();
        var before = await world.Client.GetJsonAsync("/scim_v2/Users/" + id);

        var after = await world.PatchAsync("Users/" + id, """{"op":"replace","path":"active","value":true},{"op":"remove","path":"displayName"},{"op":"remove","path":"emails[type eq \"home\"]"}""");

        Assert.That(after.Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task A_locked_user_is_let_in_again_and_a_name_that_is_taken_is_a_conflict()
    {
        var (id, other) = (await world.UserAsync("locked-one"), await world.UserAsync("other-one"));
        await world.Server.Client().PostJsonAsync($"/api/v3/users/{id}/lock", "");
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + id))["active"].GetBoolean(), Is.False);

        await world.PatchAsync("Users/" + id, """{"op":"replace","path":"active","value":"True"}""");
        Assert.That((await world.Server.Client().GetJsonAsync("/api/v3/users/" + id))["status"].GetString(), Is.EqualTo("active"));
        ScimWorld.AssertError(await world.PatchAsync("Users/" + other, """{"op":"replace","path":"userName","value":"Locked-One"}"""), 409, "uniqueness");
        await world.PatchAsync("Users/" + id, """{"op":"replace","path":"active","value":false}""");
        Assert.That((await world.Server.Client().GetJsonAsync("/api/v3/users/" + id))["status"].GetString(), Is.EqualTo("locked"));
    }
}
