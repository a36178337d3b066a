using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Groups and who is in them.</summary>
[OnEachDatabase]
public sealed class GroupTests(DatabaseProvider provider)
{
    private ScimWorld world = null!;
    private string[] users = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await ScimWorld.StartAsync(provider);
        users = [await world.UserAsync(), await world.UserAsync(), await world.UserAsync()];
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    private static string Members(ApiAnswer answer) => string.Join(' ', answer["members"].EnumerateArray().Select(member => member.GetProperty("value").GetString()));

    private string Named(string text) => text.Replace("U0", users[0], StringComparison.Ordinal).Replace("U1", users[1], StringComparison.Ordinal).Replace("U2", users[2], StringComparison.Ordinal);

    [Test]
    public async Task A_group_lives()
    {
        var user = await world.UserAsync();
        var made = await world.Client.PostJsonAsync("/scim_v2/Groups", new
        {
            schemas = new[] { ScimWorld.GroupSchema, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group" },
            displayName = "Tour Guides",
            externalId = "g-1",
            members = new[] { new { value = user, type = "user" }, new { value = user, type = "User" }, new { value = "999999", type = "User" } },
        });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made.Body.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "schemas", "id", "externalId", "displayName", "members", "meta" }));
        Assert.That(made["members"].GetRawText(), Is.EqualTo($$"""[{"value":"{{user}}"}]"""));
        var path = "Groups/" + made["id"].GetString();
        Assert.That((await world.Client.GetJsonAsync($"/scim_v2/Users/{user}"))["groups"].GetRawText(), Is.EqualTo($$"""[{"value":"{{made["id"].GetString()}}"}]"""));
        var unchanged = await world.PutAsync(path, made.Text);
        Assert.That(unchanged.Text, Is.EqualTo(made.Text));

        var emptied = await world.PutAsync(path, new { schemas = new[] { ScimWorld.GroupSchema }, displayName = "Guides", active = true });
        Assert.That((Members(emptied), emptied["displayName"].GetString(), emptied["externalId"].GetString()), Is.EqualTo(("", "Guides", "g-1")));
        Assert.That(await world.NamesAsync("Groups?filter=displayName eq \"GUIDES\"", "displayName"), Is.EqualTo(new[] { "Guides" }));
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Groups", new { schemas = new[] { ScimWorld.GroupSchema }, displayName = "GUIDES" }), 409, "uniqueness");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users/" + made["id"].GetString()), 404);

        Assert.That((await world.Client.DeleteJsonAsync("/scim_v2/" + path)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/" + path), 404);
        Assert.That(await world.NamesAsync("Groups?filter=displayName eq \"Guides\"", "displayName"), Is.Empty);
        await world.GroupAsync("Guides");
    }

    [TestCase("""{"op":"add","path":"members","value":[{"value":"U1"}]}""", "U0 U1")]
    [TestCase("""{"op":"Add","path":"members","value":[{"$ref":null,"value":"U1"},{"value":"U0"}]}""", "U0 U1")]
    [TestCase("""{"op":"add","value":{"members":[{"value":"U1"}]}}""", "U0 U1")]
    [TestCase("""{"op":"add","path":"members","value":{"value":"U1"}}""", "U0 U1")]
    [TestCase("""{"op":"replace","path":"members","value":[{"value":"U2"}]}""", "U2")]
    [TestCase("""{"op":"replace","path":"members","value":[]}""", "")]
    [TestCase("""{"op":"replace","value":{"members":[{"value":"U1"},{"value":"U2"}],"displayName":"D"}}""", "U1 U2")]
    [TestCase("""{"op":"remove","path":"members"}""", "")]
    [TestCase("""{"op":"Remove","path":"members","value":[{"value":"U0"}]}""", "")]
    [TestCase("""{"op":"remove","path":"members","value":{"members":[{"value":"U0"}]}}""", "")]
    [TestCase("""{"op":"remove","path":"members","value":[{"value":"U1"}]}""", "U0")]
    [TestCase("""{"op":"remove","path":"members[value eq \"U0\"]"}""", "")]
    [TestCase("""{"op":"remove","path":"members[value eq \"U1\"]"}""", "U0")]
    [TestCase("""{"op":"remove","path":"members[value eq \"U0\" or value eq \"U1\"]"}""", "")]
    [TestCase("""{"op":"remove","path":"members[type eq \"User\"]"}""", "")]
    [TestCase("""{"op":"remove","path":"members[type eq \"Group\"]"}""", "U0")]
    [TestCase("""{"op":"remove","path":"members[not (value eq \"U0\")]"}""", "U0")]
    [TestCase("""{"op":"remove","path":"members[value ne \"U1\"]"}""", "")]
    [TestCase("""{"op":"replace","path":"members[value eq \"U0\"]","value":{"value":"U2"}}""", "U2")]
    [TestCase("""{"op":"add","path":"members[value eq \"U1\"]","value":{"value":"U1"}}""", "U0 U1")]
    [TestCase("""{"op":"remove","path":"members[value eq \"U0\"]"},{"op":"add","path":"members","value":[{"value":"U1"},{"value":"U2"}]},{"op":"remove","path":"members[value eq \"U2\"]"}""", "U1")]
    [TestCase("""{"op":"replace","path":"members","value":[{"value":"U2"}]},{"op":"add","path":"members","value":[{"value":"U1"}]}""", "U1 U2")]
    [TestCase("""{"op":"add","path":"members","value":[{"value":"999999"},{"value":"GROUP"},{"value":"x"}]}""", "U0")]
    public async Task Members_come_and_go(string operations, string expected)
    {
        var group = await world.GroupAsync("Group of " + TestContext.CurrentContext.Test.ID, users[0]);
        operations = operations.Replace("GROUP", group, StringComparison.Ordinal).Replace("\"D\"", $"\"D{group}\"", StringComparison.Ordinal);
        var before = await world.Client.GetJsonAsync("/scim_v2/Groups/" + group);

        var answer = await world.PatchAsync("Groups/" + group, Named(operations));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(Members(answer), Is.EqualTo(Named(expected)));
        Assert.That(answer["meta/version"].GetString() == before["meta/version"].GetString(), Is.EqualTo(expected == "U0"));
    }

    [TestCase("""{"op":"add","path":"members","value":[{"value":"1","type":"Group"}]}""", "invalidSyntax")]
    [TestCase("""{"op":"add","path":"members","value":[{"display":"x"}]}""", "invalidValue")]
    [TestCase("""{"op":"replace","path":"members[value eq \"999\"]","value":{"value":"1"}}""", "noTarget")]
    [TestCase("""{"op":"replace","path":"members[value eq \"U0\"].value","value":"1"}""", "mutability")]
    [TestCase("""{"op":"remove","path":"members[shoe eq \"U0\"]"}""", "invalidFilter")]
    [TestCase("""{"op":"remove","path":"members.shoe"}""", "invalidPath")]
    [TestCase("""{"op":"remove","path":"displayName"}""", "mutability")]
    [TestCase("""{"op":"replace","value":{"displayName":""}}""", "invalidValue")]
    public async Task What_is_refused_changes_nothing(string operation, string scimType)
    {
        var group = await world.GroupAsync("Refusing " + TestContext.CurrentContext.Test.ID, users[0]);
        var before = await world.Client.GetJsonAsync("/scim_v2/Groups/" + group);

        ScimWorld.AssertError(await world.PatchAsync("Groups/" + group, Named("""{"op":"add","path":"members","value":[{"value":"U1"}]},""" + operation)), 400, scimType);

        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Groups/" + group)).Text, Is.EqualTo(before.Text));
    }

    [TestCase("members eq \"U1\"", true)]
    [TestCase("members eq \"U2\"", false)]
    [TestCase("members ne \"U1\"", false)]
    [TestCase("members ne \"U2\"", true)]
    [TestCase("members[value eq \"U1\"]", true)]
    [TestCase("members[value eq \"U2\"]", false)]
    [TestCase("members[not (value eq \"U1\")]", false)]
    [TestCase("members.value eq \"U1\" and displayName sw \"With\"", true)]
    [TestCase("members.value eq \"U1\" and displayName sw \"Without\"", false)]
    [TestCase("members[$ref ew \"/Users/U1\" and type eq \"User\"]", true)]
    [TestCase("members[$ref ew \"/Users/U1\" and type eq \"Group\"]", false)]
    [TestCase("members[display eq \"barbara jensen\"]", true)]
    [TestCase("members[display eq \"somebody\"]", false)]
    [TestCase("members pr", true)]
    [TestCase("not (members pr)", false)]
    public async Task Groups_are_found_by_their_members(string filter, bool isFound)
    {
        var group = await world.GroupAsync("With one " + TestContext.CurrentContext.Test.ID, users[1]);

        var found = await world.Client.GetJsonAsync($"/scim_v2/Groups?excludedAttributes=members&filter={Uri.EscapeDataString($"id eq \"{group}\" and {Named(filter)}")}");

        Assert.That(found["Resources"].GetArrayLength(), Is.EqualTo(isFound ? 1 : 0), found.ToString());
        Assert.That(found.Text, Does.Not.Contain("members"));
        await world.PatchAsync("Groups/" + group, """{"op":"remove","path":"members"}""");
    }

    [Test]
    public async Task Of_members_who_come_and_go_at_once_none_is_lost()
    {
        var all = new List<string>();
        for (var number = 0; number < 12; number++)
            all.Add(await world.UserAsync());
        var group = await world.GroupAsync("Busy", [.. all[..6]]);

        // The first six go and the others come, each by a request of its own; half of these rename the group, too.
        var answers = await Task.WhenAll(all.Select((id, at) => world.PatchAsync(
            "Groups/" + group,
            (at < 6 ? $$"""{"op":"remove","path":"members[value eq \"{{id}}\"]"}""" : $$"""{"op":"add","path":"members","value":[{"value":"{{id}}"}]}""")
            + (at % 2 == 0 ? "" : $$""",{"op":"replace","path":"displayName","value":"Busy {{at}}"}"""))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(answers.Select(answer => answer["meta/version"].GetString()), Is.Unique);
        Assert.That(Members(await world.Client.GetJsonAsync("/scim_v2/Groups/" + group)), Is.EqualTo(string.Join(' ', all[6..])));
    }

    [TestCase("""{"displayName":"","members":[{"value":"U1"}]}""", 400, "invalidValue")]
    [TestCase("""{"displayName":"Taken by another","members":[{"value":"U1"}]}""", 409, "uniqueness")]
    [TestCase("""{"displayName":"Other","members":[{"value":"U1"},{"value":"1","type":"Group"}]}""", 400, "invalidSyntax")]
    [TestCase("""{"displayName":"Other","members":[{"value":"U1"},{"display":"x"}]}""", 400, "invalidValue")]
    [TestCase("""{"displayName":"Other","externalId":"taken-by-a-group","members":[]}""", 409, "uniqueness")]
    public async Task A_PUT_that_is_refused_changes_nothing(string body, int status, string scimType)
    {
        await world.Client.PostJsonAsync("/scim_v2/Groups", new { schemas = new[] { ScimWorld.GroupSchema }, displayName = "Taken by another", externalId = "taken-by-a-group" });
        var group = await world.GroupAsync("Put " + TestContext.CurrentContext.Test.ID, users[0]);
        var before = await world.Client.GetJsonAsync("/scim_v2/Groups/" + group);

        ScimWorld.AssertError(await world.PutAsync("Groups/" + group, Named($$"""{"schemas":["{{ScimWorld.GroupSchema}}"],{{body[1..]}}""")), status, scimType);

        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Groups/" + group)).Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task Names_of_members_are_told_to_those_who_ask()
    {
        var group = await world.GroupAsync("Named", users[2]);

        var told = await world.Client.GetJsonAsync($"/scim_v2/Groups/{group}?attributes=members.value,members.display,members.type,members.$ref");

        Assert.That(told["members/0"].GetRawText(), Is.EqualTo($$"""{"value":"{{users[2]}}","type":"User","display":"Barbara Jensen","$ref":"http://localhost/scim_v2/Users/{{users[2]}}"}"""));
    }

    [Test]
    public async Task Names_of_members_are_told_to_all_where_the_operator_says_so()
    {
        using var detailed = await ScimWorld.StartAsync(provider, ("Scim:MemberDetail", "Full"));
        var user = await detailed.UserAsync();
        var path = "/scim_v2/Groups/" + await detailed.GroupAsync("Named", user);
        var whole = $$"""{"value":"{{user}}","type":"User","display":"Barbara Jensen","$ref":"http://localhost/scim_v2/Users/{{user}}"}""";

        Assert.That((await detailed.Client.GetJsonAsync(path))["members/0"].GetRawText(), Is.EqualTo(whole));
        Assert.That((await detailed.Client.GetJsonAsync("/scim_v2/Groups?attributes=members"))["Resources/0/members/0"].GetRawText(), Is.EqualTo(whole));
        Assert.That((await detailed.Client.GetJsonAsync(path + "?attributes=members.value"))["members/0"].GetRawText(), Is.EqualTo($$"""{"value":"{{user}}"}"""));
        Assert.That((await detailed.Client.GetJsonAsync(path + "?excludedAttributes=members.display,members.$ref"))["members/0"].GetRawText(), Is.EqualTo($$"""{"value":"{{user}}","type":"User"}"""));
    }
}
