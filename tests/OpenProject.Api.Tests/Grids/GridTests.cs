using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Grids;

/// <summary>Grids over HTTP: one's own, one of a page, and what is refused.</summary>
[OnEachDatabase]
public sealed class GridTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/grids";
    private static readonly object Scope = new { scope = new { href = "/my/page" } };

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_grid_is_made_changed_listed_and_nobody_elses()
    {
        var client = world["member"];
        var made = await client.PostJsonAsync(Path, new { rowCount = 2, columnCount = 3, widgets = new[] { Widget(1, 2, 1, 3, new { name = "Mine", filters = new[] { 1, 2 } }) }, _links = Scope });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["rowCount"].GetInt32(), made["columnCount"].GetInt32()), Is.EqualTo(("Grid", 2, 3)));
        Assert.That((made["widgets/0/_type"].GetString(), made["widgets/0/id"].GetInt64(), made["widgets/0/options/filters/1"].GetInt32()), Is.EqualTo(("GridWidget", 1L, 2)));
        Assert.That(made["_links/scope/href"].GetString(), Is.EqualTo("/my/page"));
        var self = made["_links/self/href"].GetString()!;

        var changed = await client.PatchJsonAsync(self, new { rowCount = 3, widgets = new[] { made["widgets/0"], System.Text.Json.JsonSerializer.SerializeToElement(Widget(3, 4, 1, 2)) } });
        Assert.That((changed.Status, changed["rowCount"].GetInt32(), changed["columnCount"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, 3, 3)), changed.ToString());
        Assert.That(changed["widgets"].EnumerateArray().Select(w => w.GetProperty("id").GetInt64()), Is.EqualTo(new[] { 1L, 2L }));
        Assert.That((await client.GetJsonAsync(self)).Text, Is.EqualTo(changed.Text));

        var page = Uri.EscapeDataString("""[{"page":{"operator":"=","values":["/my/page"]}}]""");
        Assert.That((await client.GetJsonAsync($"{Path}?filters={page}"))["total"].GetInt32(), Is.EqualTo(1));
        Assert.That((await client.GetJsonAsync($"{Path}?filters={page.Replace("my", "your", StringComparison.Ordinal)}"))["total"].GetInt32(), Is.Zero);
        Assert.That((await world["admin"].GetJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world["admin"].PatchJsonAsync(self, new { rowCount = 5 })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var second = await client.PostJsonAsync(Path, new { _links = Scope });
        Assert.That((second["_embedded/details/attribute"].GetString(), second["message"].GetString()), Is.EqualTo(("scope", "Scope has already been taken.")), second.ToString());
    }

    [Test]
    public async Task What_does_not_fit_is_refused()
    {
        await RefusedAsync(new { rowCount = 0, _links = Scope }, "rowCount", "Row count must be greater than 0.");
        await RefusedAsync(new { rowCount = 1, columnCount = 1, widgets = new[] { Widget(1, 3, 1, 2) }, _links = Scope }, "widgets", "Widgets must lie inside of the grid and must not overlap.");
        await RefusedAsync(new { rowCount = 2, columnCount = 2, widgets = new[] { Widget(1, 2, 1, 3), Widget(1, 3, 1, 2) }, _links = Scope }, "widgets", "Widgets must lie inside of the grid and must not overlap.");
        await RefusedAsync(new { rowCount = 2, columnCount = 2 }, "scope", "Scope can't be blank.");
        await RefusedAsync(new { _links = new { scope = new { href = "/my/account" } } }, "scope", "Scope is not set to one of the allowed values.");
        Assert.That((await world["reader"].PostJsonAsync(Path, new { widgets = new[] { new { startRow = 1 } }, _links = Scope })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await world["reader"].PostJsonAsync(Path, new { _links = new { scope = new { href = "/projects/1" } } })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await world["anonymous"].PostJsonAsync(Path, new { _links = Scope })).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        async Task RefusedAsync(object body, string attribute, string message)
        {
            var refused = await world["reader"].PostJsonAsync(Path, body);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
            Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo((attribute, message)));
        }
    }

    [Test]
    public async Task Forms_tell_what_would_be_stored_and_what_is_wrong()
    {
        var client = world["non-member"];
        var valid = await client.PostJsonAsync(Path + "/form", new { rowCount = 2, columnCount = 2, widgets = new[] { Widget(1, 2, 1, 2) }, _links = Scope });
        var invalid = await client.PostJsonAsync(Path + "/form", new { rowCount = 1, widgets = new[] { Widget(2, 3, 1, 2) }, _links = Scope });

        Assert.That(valid["_embedded/payload/widgets/0/identifier"].GetString(), Is.EqualTo("news"), valid.ToString());
        Assert.That(valid["_embedded/payload/_links/scope/href"].GetString(), Is.EqualTo("/my/page"));
        Assert.That(valid["_embedded/schema/widgets/type"].GetString(), Is.EqualTo("[]GridWidget"));
        Assert.That(valid["_links/commit/href"].GetString(), Is.EqualTo(Path));
        Assert.That(invalid["_embedded/validationErrors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(new[] { "widgets" }));
        var self = (await client.PostJsonAsync(Path, new { _links = Scope }))["_links/self/href"].GetString()!;
        var form = await client.PostJsonAsync(self + "/form", new { columnCount = 4 });
        Assert.That(form["_embedded/payload/columnCount"].GetInt32(), Is.EqualTo(4), form.ToString());
        Assert.That(form["_embedded/schema/scope/writable"].GetBoolean(), Is.False);
    }

    private static object Widget(int startRow, int endRow, int startColumn, int endColumn, object? options = null) =>
        new { _type = "GridWidget", identifier = "news", startRow, endRow, startColumn, endColumn, options = options ?? new { } };
}
