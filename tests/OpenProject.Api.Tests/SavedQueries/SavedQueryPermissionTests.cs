using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.SavedQueries;

/// <summary>Who may do what with private and public queries of a public and of a private project.</summary>
[OnEachDatabase]
public sealed class SavedQueryPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/queries";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider, ("manager", "aiko"));

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    // Of the administrator's queries: seen, changed, starred, removed.
    [TestCase("admin", "public", true, 200, 200, 200, 204)]
    [TestCase("manager", "public", true, 200, 200, 200, 204)]
    [TestCase("member", "public", true, 200, 403, 403, 403)]
    [TestCase("non-member", "public", true, 200, 403, 403, 403)]
    [TestCase("anonymous", "public", true, 200, 403, 403, 403)]
    [TestCase("manager", "public", false, 404, 404, 404, 404)]
    [TestCase("anonymous", "public", false, 404, 404, 404, 404)]
    [TestCase("admin", "private", true, 200, 200, 200, 204)]
    [TestCase("manager", "private", true, 404, 404, 404, 404)]
    [TestCase("anonymous", "private", true, 404, 404, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, bool isPublic, int view, int update, int star, int delete)
    {
        var client = world[who];
        var made = await world["admin"].PostJsonAsync(Path, Body(project, isPublic));
        var self = Self(made);

        var seen = await client.GetJsonAsync(self);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That((await client.GetJsonAsync(Path)).Text.Contains($"\"{self}\"", StringComparison.Ordinal), Is.EqualTo(view == 200));
        foreach (var (rel, allowed) in new[] { ("update", view == 200), ("updateImmediately", update == 200), ("updateOrderedWorkPackages", update == 200), ("star", star == 200), ("delete", delete == 204) })
            Assert.That(view == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        var form = await client.PostJsonAsync(self + "/form");
        Assert.That((int)form.Status, Is.EqualTo(view));
        Assert.That(view == 200 && form["_links"].TryGetProperty("commit", out _), Is.EqualTo(update == 200));
        Assert.That((int)(await client.GetJsonAsync(self + "/order")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, self + "/order", """{"delta":{}}""")).Status, Is.EqualTo(update));
        Assert.That((int)(await client.PatchJsonAsync(self, new { sums = true })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.PatchJsonAsync(self + "/star")).Status, Is.EqualTo(star));
        Assert.That((int)(await client.DeleteJsonAsync(self)).Status, Is.EqualTo(delete));
    }

    // In the demo project: a private query, a public one; over all projects: a private query.
    [TestCase("admin", 201, 201, 201)]
    [TestCase("manager", 201, 201, 201)]
    [TestCase("member", 201, 422, 201)]
    [TestCase("non-member", 403, 403, 403)]
    [TestCase("anonymous", 403, 403, 403)]
    public async Task Everybody_stores_where_the_role_says(string who, int own, int open, int global)
    {
        var client = world[who];
        Assert.That((int)(await client.PostJsonAsync(Path, Body("public", isPublic: false))).Status, Is.EqualTo(own));
        var published = await client.PostJsonAsync(Path, Body("public", isPublic: true));
        Assert.That((int)published.Status, Is.EqualTo(open), published.ToString());
        if (open == 422)
            Assert.That(published["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"));
        Assert.That((int)(await client.PostJsonAsync(Path, new { name = "Over all" })).Status, Is.EqualTo(global));
    }

    [Test]
    public async Task What_is_ones_own_may_be_changed_and_removed()
    {
        var self = Self(await world["member"].PostJsonAsync(Path, Body("public", isPublic: false)));

        Assert.That((int)(await world["member"].PatchJsonAsync(self, new { name = "Mine" })).Status, Is.EqualTo(200));
        Assert.That((int)(await world["member"].PatchJsonAsync(self, new { @public = true })).Status, Is.EqualTo(422));
        Assert.That((int)(await world["member"].PatchJsonAsync(self + "/star")).Status, Is.EqualTo(200));
        Assert.That((int)(await world["admin"].GetJsonAsync(self)).Status, Is.EqualTo(404));
        Assert.That((int)(await world["member"].DeleteJsonAsync(self)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task A_query_is_taken_only_to_where_one_may_store_it()
    {
        var self = Self(await world["member"].PostJsonAsync(Path, Body("public", isPublic: false)));
        var taken = await world["member"].PatchJsonAsync(self, new { _links = new { project = new { href = world.Projects["private"] } } });

        Assert.That((int)taken.Status, Is.EqualTo(422), taken.ToString());
        Assert.That(taken["message"].GetString(), Is.EqualTo("Project not found"));
        Assert.That((int)(await world["member"].PostJsonAsync(Path, Body("private", isPublic: false))).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Results_and_names_of_values_are_those_that_the_client_may_see()
    {
        var secret = await world["admin"].PostJsonAsync("/api/v3/work_packages", new { subject = "Secret", _links = new { project = new { href = world.Projects["private"] } } });
        var made = await world["admin"].PostJsonAsync(Path, $$$$"""
            {"name":"Told","public":true,"filters":[{"_links":{"filter":{"href":"/api/v3/queries/filters/id"},"operator":{"href":"/api/v3/queries/operators/%3D"},
            "values":[{"href":"{{{{Self(secret)}}}}"}]}}]}
            """);
        Assert.That(made["filters/0/_links/values/0/title"].GetString(), Is.EqualTo("Secret"), made.ToString());

        var seen = await world["anonymous"].GetJsonAsync(Self(made));

        Assert.That(seen["_embedded/results/total"].GetInt32(), Is.Zero, seen.ToString());
        Assert.That(seen.Text, Does.Not.Contain("Secret"));
    }

    [TestCase("/api/v3/queries")]
    [TestCase("/api/v3/queries/default")]
    [TestCase("/api/v3/queries/schema")]
    [TestCase("/api/v3/queries/available_projects")]
    [TestCase("/api/v3/queries/filter_instance_schemas")]
    [TestCase("/api/v3/queries/filter_instance_schemas/status")]
    [TestCase("/api/v3/queries/columns/id")]
    [TestCase("/api/v3/queries/filters/status")]
    [TestCase("/api/v3/queries/operators/o")]
    [TestCase("/api/v3/queries/sort_bys/id-asc")]
    [TestCase("/api/v3/queries/group_bys/status")]
    [TestCase("/api/v3/views")]
    public async Task Who_sees_work_packages_nowhere_has_nothing_to_query(string path)
    {
        using var bare = new ApiServer(provider, ("ApiV3:LoginRequired", "false"), ("Seed:Demo", "none"));
        using var stranger = bare.Anonymous();

        Assert.That((int)(await stranger.GetJsonAsync(path)).Status, Is.EqualTo(403));
    }

    [TestCase("default")]
    [TestCase("schema")]
    [TestCase("filter_instance_schemas")]
    public async Task What_is_inside_a_project_is_for_those_who_see_it(string part)
    {
        Assert.That((int)(await world["anonymous"].GetJsonAsync($"{world.Projects["public"]}/queries/{part}")).Status, Is.EqualTo(200));
        Assert.That((int)(await world["member"].GetJsonAsync($"{world.Projects["private"]}/queries/{part}")).Status, Is.EqualTo(404));
    }

    private object Body(string project, bool isPublic) =>
        new { name = "Table", @public = isPublic, _links = new { project = new { href = world.Projects[project] } } };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
