using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Projects;

/// <summary>Who sees projects and who may do what with them, over HTTP.</summary>
[OnEachDatabase]
public sealed class ProjectPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/projects";

    private ApiServer server = null!;
    private HttpClient admin = null!;
    private HttpClient stranger = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("ApiV3:LoginRequired", "false"));
        admin = server.Client();
        stranger = await server.ClientOfAsync("stranger");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        stranger.Dispose();
        admin.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_private_project_is_not_found_by_strangers()
    {
        var project = await CreateAsync("Secret");
        var self = Self(project);

        foreach (var path in new[] { self, self + "/types", self + "/work_packages", self + "/configuration", Path + "/secret" })
            Assert.That((await stranger.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        Assert.That((await stranger.PatchJsonAsync(self, new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.DeleteJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.PostJsonAsync(self + "/form")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.PostJsonAsync(self + "/favorite")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetJsonAsync(Path + "?pageSize=1000")).Text, Does.Not.Contain("Secret"));
    }

    [Test]
    public async Task An_invisible_parent_is_undisclosed_and_sent_back_it_stays()
    {
        var parent = await CreateAsync("Hidden parent");
        var child = await CreateAsync("Open child", Self(parent), isPublic: true);
        await server.JoinAsync("keeper", child["id"].GetInt64(), "Project admin");
        using var keeper = await server.ClientOfAsync("keeper");

        var seen = await keeper.GetJsonAsync(Self(child));

        Assert.That(seen["_links/parent/href"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:undisclosed"), seen.ToString());
        Assert.That(seen["_links/parent/title"].GetString(), Does.StartWith("Undisclosed"));
        Assert.That(seen["_links/ancestors/0/href"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:undisclosed"));
        Assert.That(seen.Text, Does.Not.Contain("Hidden parent"));
        var form = await keeper.PostJsonAsync(Self(child) + "/form", new { name = "Renamed child" });
        Assert.That(form["_embedded/payload/_links/parent/href"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:undisclosed"));
        var changed = await keeper.PatchJsonAsync(Self(child), form["_embedded/payload"].GetRawText());
        Assert.That(changed["name"].GetString(), Is.EqualTo("Renamed child"), changed.ToString());
        Assert.That((await admin.GetJsonAsync(Self(child)))["_links/parent/href"].GetString(), Is.EqualTo(Self(parent)));
    }

    [Test]
    public async Task Creating_needs_the_global_permission_or_that_of_the_parent()
    {
        var parent = await CreateAsync("Parent of subprojects");
        await server.JoinAsync("planter", parent["id"].GetInt64(), "Project admin");
        await server.JoinAsync("founder", projectId: null, "Staff and projects manager");
        using var planter = await server.ClientOfAsync("planter");
        using var founder = await server.ClientOfAsync("founder");
        var below = new { name = "Sub", _links = new { parent = new { href = Self(parent) } } };

        Assert.That((await stranger.PostJsonAsync(Path, new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await stranger.PostJsonAsync(Path + "/form", new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await stranger.GetJsonAsync(Path + "/available_parent_projects")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await planter.PostJsonAsync(Path, new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        var sub = await planter.PostJsonAsync(Path, below);
        Assert.That(sub.Status, Is.EqualTo(HttpStatusCode.Created), sub.ToString());
        Assert.That((await planter.GetJsonAsync(Self(sub)))["_links"].TryGetProperty("updateImmediately", out _), Is.True);
        var founded = await founder.PostJsonAsync(Path, new { name = "Founded" });
        Assert.That(founded.Status, Is.EqualTo(HttpStatusCode.Created), founded.ToString());
        Assert.That((await founder.PatchJsonAsync(Self(founded), new { name = "Refounded" })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await founder.PostJsonAsync(Path, below)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_member_without_the_permission_is_neither_offered_nor_allowed_to_edit()
    {
        using var mira = await server.ClientOfAsync("mira");
        var project = await mira.GetJsonAsync(Path + "/demo-project");

        foreach (var rel in new[] { "update", "updateImmediately", "delete" })
            Assert.That(project["_links"].TryGetProperty(rel, out _), Is.False, rel);
        Assert.That((await mira.PatchJsonAsync(Self(project), new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await mira.PostJsonAsync(Self(project) + "/form", new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await mira.DeleteJsonAsync(Self(project))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Whoever_archives_a_project_is_answered_and_then_sees_it_no_more()
    {
        var project = await CreateAsync("To be archived");
        await server.JoinAsync("archivist", project["id"].GetInt64(), "Project admin");
        using var archivist = await server.ClientOfAsync("archivist");

        var archived = await archivist.PatchJsonAsync(Self(project), new { active = false });

        Assert.That(archived.Status, Is.EqualTo(HttpStatusCode.OK), archived.ToString());
        Assert.That(archived["active"].GetBoolean(), Is.False);
        Assert.That(archived["_links"].TryGetProperty("createWorkPackage", out _), Is.False);
        Assert.That((await archivist.GetJsonAsync(Self(project))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var shown = await admin.GetJsonAsync(Self(project));
        Assert.That(shown["_links/updateImmediately/method"].GetString(), Is.EqualTo("patch"));
        Assert.That((await admin.PatchJsonAsync(Self(project), new { active = true }))["active"].GetBoolean(), Is.True);
    }

    [Test]
    public async Task Visitors_read_public_projects_but_keep_no_marks()
    {
        using var visitor = server.Anonymous();

        var project = await visitor.GetJsonAsync(Path + "/demo-project");

        Assert.That(project.Status, Is.EqualTo(HttpStatusCode.OK), project.ToString());
        Assert.That(project["_links"].TryGetProperty("favor", out _), Is.False);
        Assert.That((await visitor.PostJsonAsync(Path + "/demo-project/favorite")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.PostJsonAsync(Path, new { name = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Others_memberships_and_sights_are_not_told_to_everybody()
    {
        var project = await CreateAsync("Public with a member", isPublic: true);
        await server.JoinAsync("member", project["id"].GetInt64(), "Member");
        var list = await stranger.GetJsonAsync(Path + "?pageSize=1000&filters=" + Uri.EscapeDataString("""[{"principal":{"operator":"*","values":[]}}]"""));
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.BadRequest));

        var seen = await stranger.GetJsonAsync(Path + "?filters=" + Uri.EscapeDataString("""[{"visible":{"operator":"=","values":["1"]}}]"""));

        Assert.That(seen["total"].GetInt32(), Is.Zero);
    }

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private async Task<ApiAnswer> CreateAsync(string name, string? parent = null, bool isPublic = false)
    {
        var answer = await admin.PostJsonAsync(Path, new Dictionary<string, object?>
        {
            ["name"] = name,
            ["public"] = isPublic,
            ["_links"] = new { parent = new { href = parent } },
        });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
        return answer;
    }
}
