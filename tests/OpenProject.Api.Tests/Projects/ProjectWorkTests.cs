using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Projects;

/// <summary>Work packages inside projects, and marks on projects, over HTTP.</summary>
[OnEachDatabase]
public sealed class ProjectWorkTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient mira = null!;
    private HttpClient jonas = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        (mira, jonas) = (await server.ClientOfAsync("mira"), await server.ClientOfAsync("jonas"));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        jonas.Dispose();
        server.Dispose();
    }

    [TestCase("projects")]
    [TestCase("workspaces")]
    public async Task The_list_holds_the_work_packages_of_the_project_alone(string path)
    {
        var list = await mira.GetJsonAsync($"/api/v3/{path}/your-scrum-project/work_packages?pageSize=100");

        Assert.That(list["_type"].GetString(), Is.EqualTo("WorkPackageCollection"));
        Assert.That(list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("_links").GetProperty("project").GetProperty("title").GetString()).Distinct(), Is.EqualTo(new[] { "Scrum project" }));
        Assert.That(list["_links/createWorkPackageImmediate/href"].GetString(), Is.EqualTo($"/api/v3/{path}/your-scrum-project/work_packages"));
    }

    [Test]
    public async Task What_a_form_offers_can_be_committed()
    {
        var form = await mira.PostJsonAsync("/api/v3/projects/demo-project/work_packages/form", new { subject = "From a form" });
        var commit = form["_links/commit"];

        var made = await mira.PostJsonAsync(commit.GetProperty("href").GetString()!, form["_embedded/payload"].GetRawText());

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["subject"].GetString(), Is.EqualTo("From a form"));
        Assert.That(made["_embedded/project/identifier"].GetString(), Is.EqualTo("demo-project"));
    }

    [Test]
    public async Task A_reader_is_neither_offered_nor_allowed_to_create()
    {
        var project = await jonas.GetJsonAsync("/api/v3/projects/demo-project");

        Assert.That(project["_links"].TryGetProperty("createWorkPackage", out _), Is.False);
        Assert.That((await jonas.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await jonas.PostJsonAsync("/api/v3/workspaces/demo-project/work_packages/form", new { subject = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await mira.GetJsonAsync("/api/v3/projects/demo-project"))["_links/createWorkPackage/method"].GetString(), Is.EqualTo("post"));
    }

    [Test]
    public async Task In_a_missing_project_there_is_nothing()
    {
        Assert.That((await mira.GetJsonAsync("/api/v3/projects/missing/work_packages")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mira.PostJsonAsync("/api/v3/projects/missing/work_packages", new { subject = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mira.PostJsonAsync("/api/v3/projects/missing/work_packages/form")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_mark_is_set_and_taken_once_and_is_the_users_own()
    {
        foreach (var _ in new[] { 1, 2 })
            Assert.That((await mira.PostJsonAsync("/api/v3/projects/demo-project/favorite")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var marked = await mira.GetJsonAsync("/api/v3/projects/demo-project");
        Assert.That(marked["favorited"].GetBoolean(), Is.True);
        Assert.That((await jonas.GetJsonAsync("/api/v3/projects/demo-project"))["favorited"].GetBoolean(), Is.False);
        Assert.That(marked["_links"].TryGetProperty("favor", out _), Is.False);

        var disfavor = marked["_links/disfavor/href"].GetString()!;
        foreach (var _ in new[] { 1, 2 })
            Assert.That((await mira.DeleteJsonAsync(disfavor)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await mira.GetJsonAsync("/api/v3/projects/demo-project"))["favorited"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_project_has_the_settings_of_the_installation_and_its_own()
    {
        var settings = await mira.GetJsonAsync("/api/v3/projects/demo-project/configuration");

        Assert.That(settings["_type"].GetString(), Is.EqualTo("Configuration"));
        Assert.That(settings["enabledInternalComments"].GetBoolean(), Is.True);
        Assert.That(settings["maximumAttachmentFileSize"].GetInt64(), Is.Positive);
        Assert.That((await mira.GetJsonAsync(settings["_links/self/href"].GetString()!)).Text, Is.EqualTo(settings.Text));
        Assert.That((await mira.GetJsonAsync("/api/v3/projects/missing/configuration")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
