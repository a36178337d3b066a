using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Grids;

/// <summary>Boards over HTTP: from making to removal, who may do what, what is refused, and what becomes of the queries of their lists.</summary>
[OnEachDatabase]
public sealed class BoardTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/grids";
    private const string Scope = "/projects/demo-project/boards";
    private const string NoScope = "Scope is not set to one of the allowed values.";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_board_is_made_changed_listed_and_removed_with_the_queries_of_its_lists()
    {
        var client = world["admin"];
        var (own, shared) = (await QueryAsync("Own"), await QueryAsync("Shared"));
        var made = await client.PostJsonAsync(Path, new { name = "Plans", options = new { type = "action", attribute = "status" }, columnCount = 2, widgets = new[] { List(1, own), List(2, shared) }, _links = At(Scope) });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["name"].GetString(), made["options/attribute"].GetString()), Is.EqualTo(("Grid", "Plans", "status")));
        Assert.That((made["rowCount"].GetInt32(), made["columnCount"].GetInt32(), made["widgets/0/options/queryId"].GetInt64()), Is.EqualTo((1, 2, own)));
        Assert.That(made["_links/scope/href"].GetString(), Is.EqualTo(Scope));
        Assert.That((made["_links/delete/href"].GetString(), made["_links/delete/method"].GetString()), Is.EqualTo((Self(made), "delete")));

        var byId = await client.PostJsonAsync(Path, new { name = "By id", widgets = new[] { List(1, shared) }, _links = At($"/projects/{await ProjectIdAsync()}/boards") });
        Assert.That((byId["_links/scope/href"].GetString(), byId["columnCount"].GetInt32(), byId["options"].EnumerateObject().Count()), Is.EqualTo((Scope, 4, 0)), byId.ToString());

        var changed = await client.PatchJsonAsync(Self(made), new { name = "Plan", options = new { type = "free" }, widgets = new[] { List(2, shared), List(1, own) } });
        Assert.That((changed.Status, changed["name"].GetString(), changed["options"].EnumerateObject().Count()), Is.EqualTo((HttpStatusCode.OK, "Plan", 1)), changed.ToString());
        Assert.That((await client.GetJsonAsync(Self(made))).Text, Is.EqualTo(changed.Text));
        Assert.That((await client.PatchJsonAsync(Self(made), new { _links = At("/projects/your-scrum-project/boards") })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync($"/api/v3/queries/{own}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync($"/api/v3/queries/{shared}")).Status, Is.EqualTo(HttpStatusCode.OK), "another board has it");
    }

    [Test]
    public async Task Queries_that_are_not_there_for_the_board_alone_outlive_it()
    {
        var client = world["admin"];
        var (viewed, everywhere, others) = (await QueryAsync("Viewed"), await QueryAsync("Everywhere", project: null), await QueryAsync("Of another project", "/api/v3/projects/your-scrum-project"));
        Assert.That((await client.PostJsonAsync("/api/v3/views/work_packages_table", new { _links = new { query = new { href = $"/api/v3/queries/{viewed}" } } })).Status, Is.EqualTo(HttpStatusCode.Created));
        var mine = await QueryAsync("Private", isPublic: false);
        var made = await client.PostJsonAsync(Path, new { name = "Mixed", widgets = new[] { List(1, viewed), List(2, everywhere), List(3, others), List(4, mine) }, _links = At(Scope) });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());

        // The member manages boards, and neither public queries nor those of others.
        Assert.That((await world["member"].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        foreach (var id in new[] { viewed, everywhere, others, mine })
            Assert.That((await client.GetJsonAsync($"/api/v3/queries/{id}")).Status, Is.EqualTo(HttpStatusCode.OK), $"{id}");
    }

    [Test]
    public async Task Who_may_do_what_with_boards()
    {
        (string Kind, HttpStatusCode Seen, HttpStatusCode Made, HttpStatusCode Changed, HttpStatusCode Removed)[] table =
        [
            ("admin", HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent),
            ("member", HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent),
            ("reader", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ("non-member", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ("anonymous", HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
        ];
        foreach (var (kind, seen, may, changed, removed) in table)
        {
            var (board, client) = (await BoardAsync("Of " + kind), world[kind]);
            var read = await client.GetJsonAsync(board);
            Assert.That(read.Status, Is.EqualTo(seen), kind);
            if (seen == HttpStatusCode.OK)
                Assert.That(read["_links"].TryGetProperty("delete", out _), Is.EqualTo(removed == HttpStatusCode.NoContent), kind);
            var made = await client.PostJsonAsync(Path, new { name = "Made by " + kind, _links = At(Scope) });
            Assert.That(made.Status, Is.EqualTo(may), $"{kind}: {made}");
            if (may == HttpStatusCode.UnprocessableEntity)
                Assert.That(made["message"].GetString(), Is.EqualTo(NoScope));
            Assert.That((await client.PatchJsonAsync(board, new { name = "Changed" })).Status, Is.EqualTo(changed), kind);
            Assert.That((await client.PostJsonAsync(board + "/form", new { name = "Changed" })).Status, Is.EqualTo(changed), kind);
            Assert.That((await client.DeleteJsonAsync(board)).Status, Is.EqualTo(removed), kind);
        }

        var hidden = (await world["admin"].GetJsonAsync(world.Projects["private"]))["identifier"].GetString();
        var secret = await BoardAsync("Secret", $"/projects/{hidden}/boards");
        foreach (var kind in new[] { "member", "reader", "non-member", "anonymous" })
        {
            Assert.That((await world[kind].GetJsonAsync(secret)).Status, Is.EqualTo(HttpStatusCode.NotFound), kind);
            Assert.That((await world[kind].DeleteJsonAsync(secret)).Status, Is.EqualTo(HttpStatusCode.NotFound), kind);
        }

        Assert.That((await world["member"].PostJsonAsync(Path, new { name = "Not there", _links = At($"/projects/{hidden}/boards") }))["message"].GetString(), Is.EqualTo(NoScope));
    }

    [Test]
    public async Task Lists_tell_the_boards_that_one_sees_and_are_asked_for_those_of_a_page()
    {
        var project = await world["admin"].PostJsonAsync("/api/v3/projects", new { name = "Of filters", @public = true });
        var (identifier, id) = (project["identifier"].GetString(), project["id"].GetInt64());
        var board = await BoardAsync("Filtered", $"/projects/{identifier}/boards");
        await world["reader"].PostJsonAsync(Path, new { _links = At("/my/page") });

        Assert.That(await SelvesAsync("reader", "=", $"/projects/{identifier}/boards"), Is.EqualTo(new[] { board }));
        Assert.That(await SelvesAsync("reader", "=", $"/projects/{id}/boards"), Is.EqualTo(new[] { board }));
        Assert.That(await SelvesAsync("anonymous", "=", $"/projects/{id}/boards"), Is.Empty);
        Assert.That(await SelvesAsync("reader", "=", "/my/page"), Has.Count.EqualTo(1).And.None.EqualTo(board));
        Assert.That(await SelvesAsync("reader", "=", "/my/page", $"/projects/{id}/boards"), Has.Count.EqualTo(2));
        Assert.That((await SelvesAsync("reader", "=", "/my/page", $"/projects/{id}/boards"))[^1], Is.EqualTo(board), "one's own page comes first");
        Assert.That(await SelvesAsync("reader", "!", "/my/page"), Does.Contain(board));
        Assert.That(await SelvesAsync("reader", "!", $"/projects/{id}/boards"), Does.Not.Contain(board).And.Not.Empty);
        Assert.That(await SelvesAsync("reader", "=", "/nowhere", "/projects/a/b/boards", "/projects//boards"), Is.Empty);
        Assert.That((await world["reader"].GetJsonAsync(Filtered("~", "/my"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));

        await world["admin"].PatchJsonAsync($"/api/v3/projects/{id}", new { identifier = "renamed-project" });
        Assert.That((await world["reader"].GetJsonAsync(board))["_links/scope/href"].GetString(), Is.EqualTo("/projects/renamed-project/boards"), "the scope follows its project");
    }

    [Test]
    public async Task What_no_board_can_be_is_refused()
    {
        await RefusedAsync(new { _links = At(Scope) }, "name", "Name can't be blank.");
        await RefusedAsync(new { name = new string('n', 256), _links = At(Scope) }, "name", "Name is too long (maximum is 255 characters).");
        await RefusedAsync(new { name = "Nowhere", _links = At("/projects/999999/boards") }, "scope", NoScope);
        await RefusedAsync(new { name = "Nowhere", _links = At("/projects/demo-project") }, "scope", NoScope);
        await RefusedAsync(new { name = "News", widgets = new[] { new { identifier = "news", startRow = 1, endRow = 2, startColumn = 1, endColumn = 2 } }, _links = At(Scope) }, "widgets", "Widgets is not set to one of the allowed values.");
        await RefusedAsync(new { name = "Unknown", widgets = new[] { List(1, 999_999) }, _links = At(Scope) }, "widgets", "Widgets name queries that do not exist.");
        await RefusedAsync(new { name = "Text", options = "type", _links = At(Scope) }, "options", null);
        await RefusedAsync(new { name = "Mine", _links = At("/my/page") }, "name", "Name was attempted to be written but is not writable.");

        var hidden = await QueryAsync("Of the administrator", isPublic: false);
        var refused = await world["member"].PostJsonAsync(Path, new { name = "Guessed", widgets = new[] { List(1, hidden) }, _links = At(Scope) });
        Assert.That(refused["message"].GetString(), Is.EqualTo("Widgets name queries that do not exist."), refused.ToString());
        var board = (await world["admin"].PostJsonAsync(Path, new { name = "With a hidden list", widgets = new[] { List(1, hidden) }, _links = At(Scope) }))["_links/self/href"].GetString()!;
        Assert.That((await world["member"].PatchJsonAsync(board, new { columnCount = 9, widgets = new[] { List(2, hidden) } })).Status, Is.EqualTo(HttpStatusCode.OK), "what others put there may stay");

        async Task RefusedAsync(object body, string attribute, string? message)
        {
            var answer = await world["admin"].PostJsonAsync(Path, body);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
            Assert.That(answer["_embedded/details/attribute"].GetString(), Is.EqualTo(attribute), answer.ToString());
            if (message is not null)
                Assert.That(answer["message"].GetString(), Is.EqualTo(message));
        }
    }

    [Test]
    public async Task Forms_tell_what_a_board_would_be()
    {
        var valid = await world["member"].PostJsonAsync(Path + "/form", new { name = "Thought of", _links = At(Scope) });
        Assert.That(valid["_embedded/validationErrors"].EnumerateObject(), Is.Empty, valid.ToString());
        Assert.That((valid["_embedded/payload/name"].GetString(), valid["_embedded/payload/columnCount"].GetInt32(), valid["_embedded/payload/_links/scope/href"].GetString()), Is.EqualTo(("Thought of", 4, Scope)));
        Assert.That((valid["_embedded/payload/options"].EnumerateObject().Count(), valid["_embedded/schema/options/type"].GetString()), Is.EqualTo((0, "JSON")));
        var refused = await world["reader"].PostJsonAsync(Path + "/form", new { name = "Thought of", _links = At(Scope) });
        Assert.That(refused["_embedded/validationErrors/scope/message"].GetString(), Is.EqualTo(NoScope));
        var mine = await world["reader"].PostJsonAsync(Path + "/form", new { _links = At("/my/page") });
        Assert.That((mine["_embedded/payload"].TryGetProperty("name", out _), mine["_embedded/schema/name/writable"].GetBoolean()), Is.EqualTo((false, false)), mine.ToString());

        var board = await BoardAsync("Written before");
        var form = await world["member"].PostJsonAsync(board + "/form", new { name = "" });
        Assert.That((form["_embedded/validationErrors/name/message"].GetString(), form["_embedded/schema/scope/writable"].GetBoolean()), Is.EqualTo(("Name can't be blank.", false)), form.ToString());
    }

    [Test]
    public async Task A_page_of_ones_own_is_no_board()
    {
        var made = await world["non-member"].PostJsonAsync(Path, new { _links = At("/my/page") });

        Assert.That(made["_links"].EnumerateObject().Select(link => link.Name), Is.EquivalentTo(new[] { "self", "scope", "update", "updateImmediately" }), made.ToString());
        Assert.That((made.Body.TryGetProperty("name", out _), made.Body.TryGetProperty("options", out _)), Is.EqualTo((false, false)));
        Assert.That((await world["non-member"].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await world["admin"].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Boards_go_with_their_project_and_are_hidden_without_the_module()
    {
        var project = await world["admin"].PostJsonAsync("/api/v3/projects", new { name = "Passing" });
        var board = await BoardAsync("Passing", $"/projects/{project["identifier"].GetString()}/boards");
        Assert.That((await world["admin"].PatchJsonAsync(Self(project), new { active = false })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await world["admin"].GetJsonAsync(board)).Status, Is.EqualTo(HttpStatusCode.NotFound), "its project is archived");
        Assert.That((await world["admin"].DeleteJsonAsync(Self(project))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await world["admin"].GetJsonAsync(board)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private static object At(string scope) => new { scope = new { href = scope } };

    private static object List(int column, long query) =>
        new { identifier = "work_package_query", startRow = 1, endRow = 2, startColumn = column, endColumn = column + 1, options = new { queryId = query } };

    private static string Filtered(string @operator, params string[] scopes) =>
        $"{Path}?pageSize=100&filters=" + Uri.EscapeDataString($$$"""[{"scope":{"operator":"{{{@operator}}}","values":["{{{string.Join("\",\"", scopes)}}}"]}}]""");

    private async Task<List<string>> SelvesAsync(string kind, string @operator, params string[] scopes)
    {
        var answer = await world[kind].GetJsonAsync(Filtered(@operator, scopes));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return [.. answer["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!)];
    }

    private async Task<long> ProjectIdAsync() => (await world["admin"].GetJsonAsync("/api/v3/projects/demo-project"))["id"].GetInt64();

    private async Task<string> BoardAsync(string name, string scope = Scope)
    {
        var made = await world["admin"].PostJsonAsync(Path, new { name, _links = At(scope) });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task<long> QueryAsync(string name, string? project = "/api/v3/projects/demo-project", bool isPublic = true)
    {
        var links = project is null ? new Dictionary<string, object>() : new() { ["project"] = new { href = (await world["admin"].GetJsonAsync(project))["_links/self/href"].GetString() } };
        var made = await world["admin"].PostJsonAsync("/api/v3/queries", new { name, @public = isPublic && project is not null, _links = links });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }
}
