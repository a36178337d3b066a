using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Users;

/// <summary>What lists of users can be asked, over HTTP: the administrator, anna and carl, who are in the Crew, and bert, who is locked.</summary>
[OnEachDatabase]
public sealed class UserListTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient admin = null!;
    private long crew;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        admin = server.Client();
        foreach (var login in new[] { "anna", "bert", "carl" })
            (await server.ClientOfAsync(login)).Dispose();
        crew = await server.GroupAsync("Crew", "anna", "carl");
        Assert.That((await admin.PostJsonAsync("/api/v3/users/bert/lock")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        server.Dispose();
    }

    [TestCase("name", "~", "ann", "anna")]
    [TestCase("name", "!~", "test", "admin")]
    [TestCase("name", "~", "BERT@example.net", "bert")]
    [TestCase("login", "=", "carl", "carl")]
    [TestCase("login", "!", "carl", "admin,anna,bert")]
    [TestCase("status", "=", "locked", "bert")]
    [TestCase("status", "=", "1", "admin,anna,carl")]
    [TestCase("status", "!", "active", "bert")]
    [TestCase("group", "=", "{crew}", "anna,carl")]
    [TestCase("group", "=", "Crew", "anna,carl")]
    [TestCase("group", "!", "{crew}", "admin,bert")]
    [TestCase("group", "*", "", "anna,carl")]
    [TestCase("group", "!*", "", "admin,bert")]
    [TestCase("any_name_attribute", "**", "carl", "carl")]
    [TestCase("created_at", "t", "", "admin,anna,bert,carl")]
    [TestCase("createdAt", "<t-", "1", "")]
    [TestCase("updated_at", "t", "", "admin,anna,bert,carl")]
    public async Task Filters_leave_whom_they_name(string filter, string symbol, string value, string logins)
    {
        var values = value.Length == 0 ? "" : $"\"{value.Replace("{crew}", crew.ToString(), StringComparison.Ordinal)}\"";

        var list = await admin.GetJsonAsync($$$"""/api/v3/users?filters=[{"{{{filter}}}":{"operator":"{{{symbol}}}","values":[{{{values}}}]}}]""");

        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        Assert.That(
            list["_embedded/elements"].EnumerateArray().Select(u => u.GetProperty("login").GetString()),
            Is.EquivalentTo(logins.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }
}
