using System.Net;
using System.Text;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Snippets, files, related topics, documents and references to them.</summary>
[OnEachDatabase]
public sealed class BcfTopicPartTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string topics = "";
    private string topic = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Attachments:MaxBytes", "1000"));
        client = server.Client();
        topics = await server.UseModelsAsync("demo-project");
    }

    [SetUp]
    public async Task NewTopic() => topic = await TopicAsync("Whole");

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_snippet_that_is_here_has_its_bytes()
    {
        await client.AnswerAsync(HttpMethod.Put, topic, new { title = "x", bim_snippet = Snippet("part.ifc", isExternal: false) });
        Assert.That((int)(await client.GetJsonAsync(topic + "/snippet")).Status, Is.EqualTo(404));

        Assert.That((await UploadAsync(HttpMethod.Put, topic + "/snippet", "other.ifc", "no")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await UploadAsync(HttpMethod.Put, topic + "/snippet", "C:\\models\\part.ifc", "first")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await UploadAsync(HttpMethod.Put, topic + "/snippet", "part.ifc", "second")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var answer = await client.GetJsonAsync(topic + "/snippet");
        Assert.That(answer.Text, Is.EqualTo("second"));
        Assert.That(answer.ContentHeaders.ContentDisposition!.FileName, Is.EqualTo("part.ifc"));

        // The same snippet keeps its bytes; without it they go.
        await client.AnswerAsync(HttpMethod.Put, topic, new { title = "y", bim_snippet = Snippet("part.ifc", isExternal: false) });
        Assert.That((await client.GetJsonAsync(topic + "/snippet")).Text, Is.EqualTo("second"));
        await client.AnswerAsync(HttpMethod.Put, topic, new { title = "z" });
        Assert.That((int)(await client.GetJsonAsync(topic + "/snippet")).Status, Is.EqualTo(404));

        await client.AnswerAsync(HttpMethod.Put, topic, new { title = "x", bim_snippet = Snippet("part.ifc", isExternal: true) });
        Assert.That((await UploadAsync(HttpMethod.Put, topic + "/snippet", "part.ifc", "no")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Files_are_kept_as_they_were_sent()
    {
        Assert.That((await client.GetJsonAsync(topic + "/files")).Text, Is.EqualTo("[]"));
        var put = await client.AnswerAsync(HttpMethod.Put, topic + "/files", new object[] { new { file_name = "b.ifc", ifc_project = "0J$yPqHBD12v72y4qF6XcD" }, new { reference = "https://example.com/a" } });

        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK), put.Text);
        Assert.That(put["0/file_name"].GetString(), Is.EqualTo("b.ifc"));
        Assert.That(put["0/date"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await client.GetJsonAsync(topic + "/files")).Text, Is.EqualTo(put.Text));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, topic + "/files", new[] { new { file_name = 1 } })).Status, Is.EqualTo(422));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, topic + "/files", new { file_name = "x" })).Status, Is.EqualTo(400));
        Assert.That((await client.AnswerAsync(HttpMethod.Put, topic + "/files", Array.Empty<object>())).Text, Is.EqualTo("[]"));
    }

    [Test]
    public async Task Related_topics_are_relations_and_those_that_are_not_here_yet_are_kept()
    {
        var (other, unknown) = (await TopicAsync("Other"), Guid.NewGuid().ToString());
        var put = await RelateAsync(topic, GuidOf(other).ToUpperInvariant(), unknown);

        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK), put.Text);
        Assert.That(Related(put), Is.EquivalentTo(new[] { GuidOf(other), unknown }));
        Assert.That(Related(await client.GetJsonAsync(other + "/related_topics")), Is.EqualTo(new[] { GuidOf(topic) }));
        var relations = await client.GetJsonAsync((await client.GetJsonAsync(topic))["reference_links/0"].GetString() + "/relations");
        Assert.That(relations["_embedded/elements/0/type"].GetString(), Is.EqualTo("relates"));

        Assert.That(Related(await RelateAsync(topic, unknown)), Is.EqualTo(new[] { unknown }));
        Assert.That(Related(await client.GetJsonAsync(other + "/related_topics")), Is.Empty);
        Assert.That((int)(await RelateAsync(topic, GuidOf(topic))).Status, Is.EqualTo(422));
        Assert.That((int)(await RelateAsync(topic, "nonsense")).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Related_topics_that_are_not_seen_are_left_out()
    {
        await client.PostJsonAsync("/api/v3/projects", new { name = "Secret" });
        var secret = await server.UseModelsAsync("secret");
        var hidden = (await client.PostJsonAsync(secret, new { title = "Hidden" }))["guid"].GetString()!;
        await RelateAsync(topic, hidden);
        using var jonas = await server.ClientOfAsync("jonas");

        Assert.That(Related(await client.GetJsonAsync(topic + "/related_topics")), Is.EqualTo(new[] { hidden }));
        Assert.That(Related(await jonas.GetJsonAsync(topic + "/related_topics")), Is.Empty);
    }

    [Test]
    public async Task Who_replaces_the_related_topics_keeps_those_that_he_does_not_see()
    {
        await client.PostJsonAsync("/api/v3/projects", new { name = "Hidden" });
        var secret = await server.UseModelsAsync("hidden");
        var hidden = (await client.PostJsonAsync(secret, new { title = "Hidden" }))["guid"].GetString()!;
        var (before, after) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        using var mira = await server.ClientOfAsync("mira");

        // As a topic that is not here yet, then as a relation.
        var (path, unborn) = (topic + "/related_topics", Guid.NewGuid().ToString());
        await RelateAsync(topic, hidden, before);
        Assert.That(Related(await mira.AnswerAsync(HttpMethod.Put, path, new[] { new { related_topic_guid = after } })), Is.EqualTo(new[] { after }));
        Assert.That(Related(await client.GetJsonAsync(path)), Is.EquivalentTo(new[] { hidden, after }));
        await RelateAsync(topic);

        await client.AnswerAsync(HttpMethod.Put, path, new[] { new { related_topic_guid = unborn } });
        var markup = $"""<Markup><Topic Guid="{unborn}"><Title>Born</Title></Topic></Markup>""";
        Assert.That((await client.ImportAsync(BcfArchives.Archive("2.1", ("t/markup.bcf", markup)), secret[..secret.LastIndexOf('/')]))["created"].GetInt32(), Is.EqualTo(1));
        Assert.That(Related(await mira.AnswerAsync(HttpMethod.Put, path, new[] { new { related_topic_guid = after } })), Is.EqualTo(new[] { after }));
        Assert.That(Related(await client.GetJsonAsync(path)), Is.EquivalentTo(new[] { unborn, after }));
    }

    [Test]
    public async Task Documents_come_back_byte_by_byte()
    {
        var documents = topics[..topics.LastIndexOf('/')] + "/documents";
        var made = await UploadAsync(HttpMethod.Post, documents, "../../plan ü.pdf", "%PDF");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(made["filename"].GetString(), Is.EqualTo("plan ü.pdf"));
        Assert.That((await client.GetJsonAsync(documents)).Text, Does.Contain(made["guid"].GetString()!));
        var bytes = await client.GetJsonAsync($"{documents}/{made["guid"].GetString()}");
        Assert.That((bytes.Text, bytes.ContentHeaders.ContentType!.MediaType), Is.EqualTo(("%PDF", "application/octet-stream")));
        Assert.That(bytes.ContentHeaders.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That((int)(await client.GetJsonAsync($"{documents}/{Guid.NewGuid()}")).Status, Is.EqualTo(404));
        Assert.That((int)(await UploadAsync(HttpMethod.Post, documents, "large.bin", new string('x', 1001))).Status, Is.EqualTo(413));
        Assert.That((int)(await UploadAsync(HttpMethod.Post, documents, null, "x")).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task A_reference_leads_to_a_document_or_elsewhere()
    {
        var references = topic + "/document_references";
        var document = (await UploadAsync(HttpMethod.Post, topics[..topics.LastIndexOf('/')] + "/documents", "a.pdf", "a"))["guid"].GetString();
        var made = await client.PostJsonAsync(references, new { document_guid = document, description = "The plan" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That((made["document_guid"].GetString(), made["url"].ValueKind), Is.EqualTo((document, JsonValueKind.Null)));
        var put = await client.AnswerAsync(HttpMethod.Put, $"{references}/{made["guid"].GetString()}", new { url = "https://example.com/b.pdf" });
        Assert.That((put["url"].GetString(), put["document_guid"].ValueKind, put["description"].ValueKind), Is.EqualTo(("https://example.com/b.pdf", JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That((await client.GetJsonAsync(references)).Body.GetArrayLength(), Is.EqualTo(1));

        foreach (var wrong in new object[] { new { }, new { url = "https://example.com", document_guid = document }, new { url = "ftp://example.com" }, new { url = "javascript:x" }, new { document_guid = Guid.NewGuid() } })
            Assert.That((int)(await client.PostJsonAsync(references, wrong)).Status, Is.EqualTo(422), wrong.ToString());
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, $"{references}/{Guid.NewGuid()}", new { url = "https://example.com" })).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task All_of_it_goes_with_the_project_also_where_a_topic_moved_away()
    {
        var project = await client.PostJsonAsync("/api/v3/projects", new { name = "Doomed" });
        var doomed = await server.UseModelsAsync("doomed");
        var self = $"{doomed}/{(await client.PostJsonAsync(doomed, new { title = "Stays", labels = new[] { "Own word" } }))["guid"].GetString()}";
        var moving = $"{doomed}/{(await client.PostJsonAsync(doomed, new { title = "Moves" }))["guid"].GetString()}";
        var document = (await UploadAsync(HttpMethod.Post, doomed[..doomed.LastIndexOf('/')] + "/documents", "a.pdf", "a"))["guid"].GetString();
        foreach (var path in new[] { self, moving })
        {
            Assert.That((await client.PostJsonAsync(path + "/document_references", new { document_guid = document })).Status, Is.EqualTo(HttpStatusCode.Created));
            var view = await client.PostJsonAsync(path + "/viewpoints", new { lines = Array.Empty<object>() });
            var said = await client.PostJsonAsync(path + "/comments", new { comment = "x", viewpoint_guid = view["guid"].GetString() });
            Assert.That((await client.PostJsonAsync(path + "/comments", new { comment = "y", reply_to_comment_guid = said["guid"].GetString() })).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        var work = (await client.GetJsonAsync(moving))["reference_links/0"].GetString()!;
        var lockVersion = (await client.GetJsonAsync(work))["lockVersion"].GetInt32();
        var demo = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString();
        var moved = await client.PatchJsonAsync(work, new { lockVersion, _links = new { project = new { href = demo } } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.Text);
        var gone = await client.DeleteJsonAsync(project["_links/self/href"].GetString()!);

        Assert.That((int)gone.Status, Is.EqualTo(204), gone.Text);
        Assert.That((await client.GetJsonAsync($"{topics}/{GuidOf(moving)}"))["title"].GetString(), Is.EqualTo("Moves"));
        Assert.That((await client.GetJsonAsync($"{topics}/{GuidOf(moving)}/comments")).Body.GetArrayLength(), Is.EqualTo(2));
        Assert.That((await client.GetJsonAsync($"{topics}/{GuidOf(moving)}/document_references")).Text, Is.EqualTo("[]"));
    }

    private static object Snippet(string reference, bool isExternal) => new { snippet_type = ".ifc", is_external = isExternal, reference, reference_schema = "IFC4" };

    private async Task<string> TopicAsync(string title) => $"{topics}/{(await client.PostJsonAsync(topics, new { title }))["guid"].GetString()}";

    private Task<ApiAnswer> RelateAsync(string path, params string[] guids) =>
        client.AnswerAsync(HttpMethod.Put, path + "/related_topics", guids.Select(guid => new { related_topic_guid = guid }).ToArray());

    private static IEnumerable<string?> Related(ApiAnswer list) => list.Body.EnumerateArray().Select(r => r.GetProperty("related_topic_guid").GetString());

    private Task<ApiAnswer> UploadAsync(HttpMethod method, string path, string? name, string text) =>
        client.SendBytesAsync(method, path, name, Encoding.UTF8.GetBytes(text));

    private static string GuidOf(string path) => path.Split('/')[^1];
}
