using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Memberships;

/// <summary>
/// What lists of memberships can be asked, over HTTP. One project: the administrator manages it; anna, whose address is
/// shown, and bert, who is locked, are Members; carl and the group Crew are Readers. Anna is in the Crew, bert in the Shadows,
/// a group that is no member anywhere.
/// </summary>
[OnEachDatabase]
public sealed class MembershipListTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient admin = null!;
    private HttpClient carl = null!;
    private string path = null!;
    private readonly Dictionary<string, string> ids = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        admin = server.Client();
        var project = await admin.PostJsonAsync("/api/v3/projects", new { name = "Listed" });
        path = $$$"""/api/v3/memberships?filters=[{"project":{"operator":"=","values":["{{{project["id"]}}}"]}}""";
        foreach (var (login, role) in new[] { ("anna", "Member"), ("bert", "Member"), ("carl", "Reader") })
        {
            await server.JoinAsync(login, project["id"].GetInt64(), role);
            ids[login] = (await admin.GetJsonAsync("/api/v3/users/" + login))["id"].ToString();
        }

        foreach (var role in (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray())
            ids[role.GetProperty("name").GetString()!] = role.GetProperty("id").ToString();
        (ids["Crew"], ids["Shadows"]) = ($"{await server.GroupAsync("Crew", "anna")}", $"{await server.GroupAsync("Shadows", "bert")}");
        carl = await server.ClientOfAsync("carl");
        await ShowAddressOfAnnaAsync();
        Assert.That((await admin.PostJsonAsync($"/api/v3/users/{ids["bert"]}/lock")).Status, Is.EqualTo(HttpStatusCode.OK));
        var crew = await admin.PostJsonAsync("/api/v3/memberships", new
        {
            _links = new
            {
                principal = new { href = "/api/v3/groups/" + ids["Crew"] },
                project = new { href = project["_links/self/href"].GetString() },
                roles = new[] { new { href = "/api/v3/roles/" + ids["Reader"] } },
            },
        });
        Assert.That(crew.Status, Is.EqualTo(HttpStatusCode.Created), crew.ToString());
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        carl.Dispose();
        server.Dispose();
    }

    [TestCase("principal", "=", "{anna}", "anna")]
    [TestCase("principal", "!", "{anna}", "OpenProject,bert,carl,Crew")]
    [TestCase("principal", "=", "me", "OpenProject")]
    [TestCase("role", "=", "{Reader}", "anna,carl,Crew")]
    [TestCase("role", "!", "{Reader}", "OpenProject,bert")]
    [TestCase("status", "=", "active", "OpenProject,anna,carl,Crew")]
    [TestCase("status", "=", "locked", "bert")]
    [TestCase("status", "!", "3", "OpenProject,anna,carl,Crew")]
    [TestCase("name", "~", "ANN", "anna")]
    [TestCase("name", "=", "Crew", "Crew")]
    [TestCase("name", "!~", "test", "OpenProject,Crew")]
    [TestCase("group", "=", "{Crew}", "anna")]
    [TestCase("group", "=", "Crew", "anna")]
    [TestCase("group", "!", "{Crew}", "OpenProject,bert,carl,Crew")]
    [TestCase("group", "=", "{Shadows}", "bert")]
    [TestCase("group", "*", "", "anna,bert")]
    [TestCase("group", "!*", "", "OpenProject,carl,Crew")]
    [TestCase("any_name_attribute", "~", "anna@example", "anna")]
    [TestCase("any_name_attribute", "~", "bert@example", "bert")]
    [TestCase("created_at", "t", "", "OpenProject,anna,bert,carl,Crew")]
    [TestCase("created_at", "<t-", "1", "")]
    [TestCase("updated_at", ">t-", "1", "OpenProject,anna,bert,carl,Crew")]
    [TestCase("updatedAt", "t-", "3", "")]
    public async Task Filters_leave_whom_they_name(string filter, string symbol, string value, string names) =>
        Assert.That(await NamesAsync(admin, Condition(filter, symbol, value)), Is.EquivalentTo(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase("any_name_attribute", "~", "bert@example", "")]
    [TestCase("any_name_attribute", "~", "anna@example", "anna")]
    [TestCase("group", "=", "{Crew}", "anna")]
    [TestCase("group", "=", "{Shadows}", "")]
    [TestCase("group", "=", "Shadows", "")]
    [TestCase("group", "*", "", "anna")]
    public async Task Filters_tell_nothing_that_is_hidden(string filter, string symbol, string value, string names) =>
        Assert.That(await NamesAsync(carl, Condition(filter, symbol, value)), Is.EquivalentTo(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase("""["name","asc"]""", "OpenProject,Crew,anna,bert,carl")]
    [TestCase("""["email","asc"]""", "OpenProject,anna,bert,carl,Crew")]
    [TestCase("""["email","desc"]""", "carl,bert,anna,OpenProject,Crew")]
    [TestCase("""["status","desc"],["id","asc"]""", "bert,OpenProject,anna,carl,Crew")]
    [TestCase("""["created_at","desc"]""", "Crew,carl,bert,anna,OpenProject")]
    public async Task Lists_have_the_order_that_is_asked_for(string order, string names) =>
        Assert.That(await NamesAsync(admin, $"]&sortBy=[{order}]"), Is.EqualTo(names.Split(',')));

    [Test]
    public async Task The_order_tells_nothing_of_hidden_addresses()
    {
        var names = await NamesAsync(carl, """]&sortBy=[["email","desc"],["id","desc"]]""");

        Assert.That(names, Is.EqualTo(new[] { "anna", "Crew", "carl", "bert", "OpenProject" }));
    }

    private string Condition(string filter, string symbol, string value)
    {
        foreach (var (name, id) in ids)
            value = value.Replace($"{{{name}}}", id, StringComparison.Ordinal);
        return $$$""",{"{{{filter}}}":{"operator":"{{{symbol}}}","values":[{{{(value.Length == 0 ? "" : $"\"{value}\"")}}}]}}]""";
    }

    // The first word of each member's name.
    private async Task<string[]> NamesAsync(HttpClient client, string query)
    {
        var list = await client.GetJsonAsync(path + query);
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return [.. list["_embedded/elements"].EnumerateArray()
            .Select(m => m.GetProperty("_links").GetProperty("principal").GetProperty("title").GetString()!.Split(' ')[0])];
    }

    private async Task ShowAddressOfAnnaAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<IAggregates<User>>();
        (await users.FindAsync(long.Parse(ids["anna"]), CancellationToken.None))!.HideAddress(hide: false);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }
}
