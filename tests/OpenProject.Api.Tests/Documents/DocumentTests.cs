using System.Net;
using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Documents;

/// <summary>Documents, wiki pages, posts and meetings over HTTP: what they show, what of them changes, and the files that hang on them.</summary>
[OnEachDatabase]
public sealed class DocumentTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private long demo;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        demo = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["id"].GetInt64();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_document_is_read_and_changed()
    {
        var path = await server.ContentAsync(ProjectContentKind.Document, demo, "Plan");

        var read = await client.GetJsonAsync(path);
        Assert.That((read["_type"].GetString(), read["title"].GetString()), Is.EqualTo(("Document", "Plan")), read.ToString());
        Assert.That(read["description/html"].GetString(), Does.Contain("<em>text</em>"));
        Assert.That(read["_links/project/href"].GetString(), Is.EqualTo($"/api/v3/projects/{demo}"));

        var changed = await client.PatchJsonAsync(path, new { title = "New plan", description = new { raw = "**Now**" } });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That((changed["title"].GetString(), changed["description/html"].GetString()), Is.EqualTo(("New plan", "<p class=\"op-uc-p\"><strong>Now</strong></p>")));
    }

    [Test]
    public async Task A_document_keeps_a_title()
    {
        var path = await server.ContentAsync(ProjectContentKind.Document, demo, "Titled");

        foreach (var (title, message) in new[] { ("", "Title can't be blank."), (new string('t', 256), "Title is too long (maximum is 255 characters).") })
        {
            var refused = await client.PatchJsonAsync(path, new { title });
            Assert.That((refused.Status, refused["message"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, message)));
        }

        var moved = await client.PatchJsonAsync(path, new { _links = new { project = new { href = "/api/v3/projects/1" } } });
        Assert.That(moved["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), moved.ToString());
    }

    [Test]
    public async Task Documents_are_listed_newest_first()
    {
        foreach (var title in new[] { "First", "Second" })
            await server.ContentAsync(ProjectContentKind.Document, demo, title);

        var newest = await client.GetJsonAsync("/api/v3/documents?pageSize=1");
        var oldest = await client.GetJsonAsync("""/api/v3/documents?pageSize=1&sortBy=[["created_at","asc"]]""");

        Assert.That(newest["_embedded/elements/0/title"].GetString(), Is.EqualTo("Second"), newest.ToString());
        Assert.That(oldest["_embedded/elements/0/title"].GetString(), Is.EqualTo("Checklist for the venue"));
    }

    [Test]
    public async Task A_meeting_tells_when_and_how_long()
    {
        var meeting = await client.GetJsonAsync(await server.ContentAsync(ProjectContentKind.Meeting, demo, "Talk"));

        Assert.That(meeting["duration"].GetDouble(), Is.EqualTo(1.5), meeting.ToString());
        Assert.That(meeting["endTime"].GetDateTime() - meeting["startTime"].GetDateTime(), Is.EqualTo(TimeSpan.FromMinutes(90)));
        Assert.That(meeting["lockVersion"].GetInt32(), Is.Zero);
        Assert.That(meeting.Body.TryGetProperty("location", out _), Is.False);
        Assert.That(meeting["_embedded/author/login"].GetString(), Is.EqualTo("admin"));
        Assert.That(meeting["_embedded/attachments/total"].GetInt32(), Is.Zero);
        var list = await client.GetJsonAsync("/api/v3/meetings");
        Assert.That(list["_embedded/elements"].EnumerateArray().Select(m => m.GetProperty("title").GetString()), Does.Contain("Weekly").And.Contain("Talk"));
    }

    [TestCase(ProjectContentKind.Document)]
    [TestCase(ProjectContentKind.Meeting)]
    [TestCase(ProjectContentKind.WikiPage)]
    [TestCase(ProjectContentKind.Post)]
    public async Task Files_hang_on_what_one_reads_and_go_with_it(ProjectContentKind kind)
    {
        var project = await client.PostJsonAsync("/api/v3/projects", new { name = $"With {kind}" });
        var projectId = project["id"].GetInt64();
        await EnableAllAsync(projectId);
        var path = await server.ContentAsync(kind, projectId, "With a file");

        var attached = await client.UploadAsync(path + "/attachments", "plan.txt", "A plan"u8.ToArray());

        Assert.That(attached.Status, Is.EqualTo(HttpStatusCode.Created), attached.ToString());
        Assert.That(attached["_links/container/href"].GetString(), Is.EqualTo(path));
        Assert.That(attached["_embedded/container/id"].GetInt64(), Is.EqualTo(long.Parse(path.Split('/')[^1])));
        var self = attached["_links/self/href"].GetString()!;
        Assert.That((await client.GetJsonAsync(path + "/attachments"))["_embedded/elements/0/fileName"].GetString(), Is.EqualTo("plan.txt"));
        Assert.That((await client.GetJsonAsync(self + "/content")).Text, Is.EqualTo("A plan"));
        Assert.That((await client.DeleteJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(path + "/attachments"))["total"].GetInt32(), Is.Zero);

        var kept = await client.UploadAsync(path + "/attachments", "kept.txt", [1]);
        Assert.That((await client.DeleteJsonAsync($"/api/v3/projects/{projectId}")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(kept["_links/self/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task EnableAllAsync(long projectId) => await server.ModulesAsync(projectId, "documents", "meetings", "wiki", "forums");
}
