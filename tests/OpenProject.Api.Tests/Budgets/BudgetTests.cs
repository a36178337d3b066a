using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Budgets;

/// <summary>Budgets over HTTP: who reads them, and work packages that are paid from them.</summary>
[OnEachDatabase]
public sealed class BudgetTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;
    private long budget;
    private long secret;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        budget = await world.Server.BudgetAsync("demo-project", "Venue");
        secret = await world.Server.BudgetAsync("private", "Hidden");
        await world.Server.BudgetAsync("demo-project", "Catering");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", 200, 200)]
    [TestCase("member", 200, 404)]
    [TestCase("reader", 200, 404)]
    [TestCase("non-member", 200, 404)]
    [TestCase("anonymous", 200, 404)]
    public async Task Those_read_them_who_see_work_packages_there(string caller, int open, int hidden)
    {
        Assert.That((int)(await world[caller].GetJsonAsync($"/api/v3/budgets/{budget}")).Status, Is.EqualTo(open));
        Assert.That((int)(await world[caller].GetJsonAsync($"{world.Projects["public"]}/budgets")).Status, Is.EqualTo(open));
        Assert.That((int)(await world[caller].GetJsonAsync($"/api/v3/budgets/{secret}")).Status, Is.EqualTo(hidden));
        Assert.That((int)(await world[caller].GetJsonAsync($"{world.Projects["private"]}/budgets")).Status, Is.EqualTo(hidden));
    }

    [Test]
    public async Task A_project_lists_its_own()
    {
        var list = await world["admin"].GetJsonAsync($"{world.Projects["public"]}/budgets");
        Assert.That(list["_embedded/elements"].EnumerateArray().Select(b => b.GetProperty("subject").GetString()), Is.EqualTo(new[] { "Catering", "Venue", "Venue and catering" }), list.ToString());
        var one = await world["admin"].GetJsonAsync($"/api/v3/budgets/{budget}");
        Assert.That((one["_type"].GetString(), one["subject"].GetString(), one["_links/self/title"].GetString()), Is.EqualTo(("Budget", "Venue", "Venue")));
    }

    [Test]
    public async Task Work_packages_are_paid_from_budgets_of_their_project()
    {
        var client = world["admin"];
        var link = new { href = $"/api/v3/budgets/{budget}" };
        var made = await client.PostJsonAsync($"{world.Projects["public"]}/work_packages", new { subject = "Paid", _links = new { budget = link } });
        Assert.That((made.Status, made["_links/budget/title"].GetString(), made["_embedded/budget/subject"].GetString()), Is.EqualTo((HttpStatusCode.Created, "Venue", "Venue")), made.ToString());
        var paid = "/api/v3/work_packages?filters=" + Uri.EscapeDataString($$$"""[{"budget":{"operator":"=","values":["{{{budget}}}"]}}]""");
        var found = await client.GetJsonAsync(paid);
        Assert.That(found["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("subject").GetString()), Is.EqualTo(new[] { "Paid" }));

        var other = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { budget = new { href = $"/api/v3/budgets/{secret}" } } });
        Assert.That((other.Status, other["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "budget")), other.ToString());
        var form = await client.PostJsonAsync(Self(made) + "/form", new { lockVersion = 0 });
        Assert.That(form["_embedded/schema/budget/_links/allowedValues"].EnumerateArray().Select(v => v.GetProperty("title").GetString()), Is.EqualTo(new[] { "Catering", "Venue", "Venue and catering" }));

        var moved = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { project = new { href = world.Projects["private"] } } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
        Assert.That((await client.GetJsonAsync(paid))["total"].GetInt32(), Is.Zero, "A budget is of one project.");
    }

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;
}
