using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Principals;

/// <summary>
/// What lists of principals can be asked. Anna is a Member of the project Open and in the group Crew, which is a Reader there;
/// bert is locked; the placeholder Painter and carl are members nowhere.
/// </summary>
[OnEachDatabase]
public sealed class PrincipalListTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/principals";

    private readonly Dictionary<string, string> ids = [];
    private ApiServer server = null!;
    private HttpClient admin = null!;
    private HttpClient anna = null!;
    private HttpClient carl = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        admin = server.Client();
        var project = await admin.PostJsonAsync("/api/v3/projects", new { name = "Open" });
        ids["project"] = project["id"].ToString();
        await server.JoinAsync("anna", project["id"].GetInt64(), "Member");
        (anna, carl) = (await server.ClientOfAsync("anna"), await server.ClientOfAsync("carl"));
        using (await server.ClientOfAsync("bert"))
            Assert.That((await admin.PostJsonAsync("/api/v3/users/bert/lock")).Status, Is.EqualTo(HttpStatusCode.OK));
        ids["crew"] = $"{await server.GroupAsync("Crew", "anna")}";
        ids["painter"] = (await admin.PostJsonAsync("/api/v3/placeholder_users", new { name = "Painter" }))["id"].ToString();
        ids["anna"] = (await admin.GetJsonAsync("/api/v3/users/anna"))["id"].ToString();
        var role = (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Reader");
        var links = new { principal = new { href = "/api/v3/groups/" + ids["crew"] }, project = new { href = "/api/v3/projects/" + ids["project"] }, roles = new[] { new { href = $"/api/v3/roles/{role.GetProperty("id")}" } } };
        Assert.That((await admin.PostJsonAsync("/api/v3/memberships", new { _links = links })).Status, Is.EqualTo(HttpStatusCode.Created));
        ids["work"] = (await admin.PostJsonAsync("/api/v3/work_packages", new { subject = "Work", _links = new { project = links.project } }))["id"].ToString();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        anna.Dispose();
        carl.Dispose();
        server.Dispose();
    }

    [TestCase("type", "=", "User", "OpenProject,anna,carl")]
    [TestCase("type", "!", "User", "Crew,Painter")]
    [TestCase("type", "=", "PlaceholderUser", "Painter")]
    [TestCase("status", "=", "3", "bert")]
    [TestCase("status", "!", "locked", "OpenProject,Crew,Painter,anna,carl")]
    [TestCase("member", "=", "{project}", "OpenProject,Crew,anna")]
    [TestCase("member", "!", "{project}", "Painter,carl")]
    [TestCase("member", "*", "", "OpenProject,Crew,anna")]
    [TestCase("member", "!*", "", "Painter,carl")]
    [TestCase("name", "~", "pain", "Painter")]
    [TestCase("name", "=", "Crew", "Crew")]
    [TestCase("any_name_attribute", "~", "carl@example.net", "carl")]
    [TestCase("typeahead", "**", "ANN", "anna")]
    [TestCase("group", "=", "{crew}", "anna")]
    [TestCase("id", "=", "{crew}", "Crew")]
    [TestCase("id", "=", "me", "OpenProject")]
    [TestCase("mentionable_on_work_package", "=", "{work}", "OpenProject,Crew,anna")]
    public async Task Filters_leave_whom_they_name(string filter, string symbol, string value, string names) =>
        Assert.That(await NamesAsync(admin, filter, symbol, value), Is.EquivalentTo(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase("any_name_attribute", "~", "example.net", "")]
    [TestCase("status", "=", "active", "OpenProject,Crew,anna")]
    [TestCase("member", "=", "{project}", "OpenProject,Crew,anna")]
    public async Task Members_see_those_in_their_projects_without_what_is_hidden(string filter, string symbol, string value, string names) =>
        Assert.That(await NamesAsync(anna, filter, symbol, value), Is.EquivalentTo(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase("type", "=", "Robot")]
    [TestCase("status", "=", "9")]
    [TestCase("member", "=", "here")]
    [TestCase("colour", "=", "1")]
    public async Task What_cannot_be_understood_is_an_invalid_query(string filter, string symbol, string value) =>
        Assert.That((await admin.GetJsonAsync(Query(filter, symbol, value))).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Strangers_see_themselves_and_find_nothing_out()
    {
        Assert.That(await NamesAsync(carl, "status", "!", "locked"), Is.EqualTo(new[] { "carl" }));
        Assert.That(await NamesAsync(carl, "member", "*", ""), Is.Empty);
        Assert.That(await NamesAsync(carl, "mentionable_on_work_package", "=", "{work}"), Is.Empty);
    }

    [Test]
    public async Task Each_is_told_as_its_own_kind_tells_it()
    {
        var list = await admin.GetJsonAsync(Path);
        var elements = list["_embedded/elements"].EnumerateArray().ToDictionary(e => e.GetProperty("name").GetString()!.Split(' ')[0]);

        Assert.That(elements.Keys, Is.EqualTo(new[] { "OpenProject", "Crew", "Painter", "anna", "carl" }), "by name");
        Assert.That(elements["anna"].GetProperty("login").GetString(), Is.EqualTo("anna"));
        Assert.That(elements["Crew"].GetProperty("_links").GetProperty("members").GetArrayLength(), Is.EqualTo(1));
        Assert.That(elements["Crew"].TryGetProperty("_embedded", out _), Is.False);
        Assert.That(elements["Painter"].GetProperty("_type").GetString(), Is.EqualTo("PlaceholderUser"));
    }

    [Test]
    public async Task Pages_and_selections_are_answered()
    {
        var page = await admin.GetJsonAsync($"{Path}?pageSize=2&offset=2&sortBy=[[\"id\",\"asc\"]]");
        Assert.That((page["total"].GetInt32(), page["count"].GetInt32()), Is.EqualTo((5, 2)));
        var selected = await admin.GetJsonAsync($"{Path}?select=total,elements/name,elements/_type,elements/self");
        Assert.That(selected["_embedded/elements/0"].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "_type", "name", "_links" }));
        Assert.That((await admin.GetJsonAsync(Path + "?select=elements/colour")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private string Query(string filter, string symbol, string value)
    {
        foreach (var (name, id) in ids)
            value = value.Replace($"{{{name}}}", id, StringComparison.Ordinal);
        return $$$"""{{{Path}}}?filters=[{"{{{filter}}}":{"operator":"{{{symbol}}}","values":[{{{(value.Length == 0 ? "" : $"\"{value}\"")}}}]}}]""";
    }

    // The first word of each name.
    private async Task<string[]> NamesAsync(HttpClient client, string filter, string symbol, string value)
    {
        var list = await client.GetJsonAsync(Query(filter, symbol, value));
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("name").GetString()!.Split(' ')[0])];
    }
}
