using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Who may be assigned work packages and where they may be, over HTTP.</summary>
[OnEachDatabase]
public sealed class WorkPackageCandidateTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient admin = null!;
    private HttpClient mira = null!;
    private HttpClient jonas = null!;
    private HttpClient stranger = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        admin = server.Client();
        (mira, jonas, stranger) = (await server.ClientOfAsync("mira"), await server.ClientOfAsync("jonas"), await server.ClientOfAsync("stranger"));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        mira.Dispose();
        jonas.Dispose();
        stranger.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Assignable_are_members_whose_role_says_so()
    {
        var made = await admin.PostJsonAsync("/api/v3/projects", new { name = "With members" });
        foreach (var (login, role) in new[] { ("worker", "Member"), ("watcher", "Reader") })
            await server.JoinAsync(login, made["id"].GetInt64(), role);

        var group = new { principal = new { href = $"/api/v3/groups/{await server.GroupAsync("Assignable", "stranger")}" }, project = new { href = $"/api/v3/projects/{made["id"]}" }, roles = new[] { new { href = await RoleAsync("Member") } } };
        Assert.That((await admin.PostJsonAsync("/api/v3/memberships", new { _links = group })).Status, Is.EqualTo(HttpStatusCode.Created));

        var list = await admin.GetJsonAsync($"/api/v3/projects/{made["id"]}/available_assignees");

        Assert.That(Names(list), Is.EqualTo(new[] { "OpenProject Admin", "stranger Test", "worker Test" }), list.ToString());
        Assert.That(list["_embedded/elements/0/_type"].GetString(), Is.EqualTo("User"));
        Assert.That(list["_embedded/elements/0/_links/self/href"].GetString(), Does.StartWith("/api/v3/users/"));
    }

    [Test]
    public async Task What_forms_name_can_be_followed_and_chosen()
    {
        var form = await mira.PostJsonAsync("/api/v3/projects/demo-project/work_packages/form", new { subject = "x" });
        var assignees = await mira.GetJsonAsync(form["_embedded/schema/assignee/_links/allowedValues/href"].GetString()!);
        var projects = await mira.GetJsonAsync(form["_embedded/schema/project/_links/allowedValues/href"].GetString()!);
        var made = await mira.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new
        {
            subject = "Assigned",
            _links = new { assignee = new { href = assignees["_embedded/elements/0/_links/self/href"].GetString() } },
        });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(Names(projects), Does.Contain("Demo project").And.Contain("Scrum project").And.Not.Contain("Demo program"));
        var edit = await mira.PostJsonAsync($"/api/v3/work_packages/{made["id"]}/form");
        Assert.That(Names(await mira.GetJsonAsync(edit["_embedded/schema/assignee/_links/allowedValues/href"].GetString()!)), Is.EqualTo(Names(assignees)));
        Assert.That(Names(await mira.GetJsonAsync(edit["_embedded/schema/project/_links/allowedValues/href"].GetString()!)), Is.EquivalentTo(Names(projects)));
        Assert.That(made["_links/assignee/title"].GetString(), Is.EqualTo(Names(assignees)[0]));
    }

    [Test]
    public async Task Those_who_may_only_read_are_not_told()
    {
        var work = (await jonas.GetJsonAsync("/api/v3/projects/demo-project/work_packages"))["_embedded/elements/0/id"];

        foreach (var path in new[]
        {
            "projects/demo-project/available_assignees", "workspaces/demo-project/available_assignees", $"work_packages/{work}/available_assignees",
            $"work_packages/{work}/available_projects", "work_packages/available_projects",
        })
        {
            Assert.That((await jonas.GetJsonAsync("/api/v3/" + path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
    }

    [Test]
    public async Task What_is_invisible_is_not_found()
    {
        var hidden = await admin.PostJsonAsync("/api/v3/projects", new { name = "Hidden work" });
        var work = await admin.PostJsonAsync($"/api/v3/projects/{hidden["id"]}/work_packages", new { subject = "Hidden" });

        foreach (var path in new[] { $"projects/{hidden["id"]}/available_assignees", $"work_packages/{work["id"]}/available_assignees", $"work_packages/{work["id"]}/available_projects" })
            Assert.That((await stranger.GetJsonAsync("/api/v3/" + path)).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
    }

    private async Task<string> RoleAsync(string name) => "/api/v3/roles/" + (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"]
        .EnumerateArray().First(r => r.GetProperty("name").GetString() == name).GetProperty("id");

    private static List<string?> Names(ApiAnswer list) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("name").GetString())];
}
