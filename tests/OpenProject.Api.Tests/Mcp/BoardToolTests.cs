using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Boards as agents read them: their lists in order, what is on them, and what is hidden.</summary>
[OnEachDatabase]
public sealed class BoardToolTests(DatabaseProvider provider)
{
    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await McpWorld.StartAsync(provider);

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task The_lists_of_a_board_name_the_filters_that_find_what_is_on_them()
    {
        var (_, boards) = await world.CallAsync("reader", "list_boards", new() { ["project"] = "demo-project" });
        var (_, board) = await world.CallAsync("reader", "get_board", new() { ["id"] = boards.GetProperty("items")[0].GetProperty("id").GetInt64() });
        var lists = board.GetProperty("lists").EnumerateArray().ToList();
        var (_, found) = await world.CallAsync("reader", "query_work_packages", new() { ["project"] = "demo-project", ["filters"] = lists[1].GetProperty("filters"), ["level_of_detail"] = "full" });

        Assert.That((board.GetProperty("name").GetString(), board.GetProperty("type").GetString(), board.GetProperty("attribute").GetString()), Is.EqualTo(("Kanban board", "action", "status")));
        Assert.That(board.EnumerateObject().Select(m => m.Name), Does.Not.Contain("widgets").And.Not.Contain("options"));
        Assert.That(lists.Select(list => list.GetProperty("name").GetString()), Is.EqualTo(new[] { "New", "In progress", "On hold", "Closed" }));
        Assert.That(found.GetProperty("total").GetInt32(), Is.GreaterThan(0));
        Assert.That(found.GetProperty("items").EnumerateArray().Select(w => w.GetProperty("_links").GetProperty("status").GetProperty("title").GetString()), Is.All.EqualTo("In progress"));
    }

    [Test]
    public async Task A_list_whose_query_one_may_not_see_is_hidden_and_lists_come_by_their_place()
    {
        var (seen, hidden) = (await QueryAsync(isPublic: true), await QueryAsync(isPublic: false));
        var board = await BoardAsync(new object[] { List(3, new { queryId = seen }), List(1, new { queryId = hidden }), List(2, new { }) });
        var (_, few) = await world.CallAsync("member", "get_board", new() { ["id"] = board });
        var (_, all) = await world.CallAsync("admin", "get_board", new() { ["id"] = board });

        Assert.That(Told(few), Is.EqualTo(new[] { $"{hidden} hidden", " hidden", $"{seen} Listed" }));
        Assert.That(Told(all), Is.EqualTo(new[] { $"{hidden} Listed", " hidden", $"{seen} Listed" }));
        Assert.That(few.GetProperty("lists")[0].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "query_id", "hidden" }));

        static IEnumerable<string> Told(System.Text.Json.JsonElement board) => board.GetProperty("lists").EnumerateArray().Select(list =>
            (list.TryGetProperty("query_id", out var id) ? $"{id} " : " ") + (list.TryGetProperty("name", out var name) ? name.GetString() : "hidden"));
    }

    [Test]
    public async Task What_is_no_board_is_missing()
    {
        var page = await world.People["member"].PostJsonAsync("/api/v3/grids", new { _links = new { scope = new { href = "/my/page" } } });
        var (_, refused) = await world.CallAsync("member", "get_board", new() { ["id"] = page["id"].GetInt64() });
        var (_, none) = await world.CallAsync("member", "list_boards", new() { ["project"] = world.People.Projects["private"].Split('/')[^1] });
        var (_, boards) = await world.SearchAsync("member", "list_boards", []);

        Assert.That((refused.GetProperty("code").GetString(), none.GetProperty("code").GetString()), Is.EqualTo(("not_found", "not_found")));
        Assert.That(boards, Is.Not.Empty.And.Not.Contain(page["id"].ToString()));
    }

    private static object List(int column, object options) => new { identifier = "work_package_query", startRow = 1, endRow = 2, startColumn = column, endColumn = column + 1, options };

    private async Task<long> QueryAsync(bool isPublic)
    {
        var made = await world.People["admin"].PostJsonAsync("/api/v3/queries", new { name = "Listed", @public = isPublic, _links = new { project = new { href = world.People.Projects["public"] } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }

    private async Task<long> BoardAsync(object[] widgets)
    {
        var made = await world.People["admin"].PostJsonAsync("/api/v3/grids", new { name = "Mixed", widgets, _links = new { scope = new { href = "/projects/demo-project/boards" } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }
}
