using System.IO.Compression;
using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Bcf.BcfArchives;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Whatever people have written and wherever topics came from, archives are whole and lead nowhere.</summary>
[OnEachDatabase]
public sealed class BcfExportTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string topics = "";

    [SetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        topics = await server.UseModelsAsync("demo-project");
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_topic_that_was_moved_is_exported_without_the_documents_that_it_left_behind()
    {
        await client.PostJsonAsync("/api/v3/projects", new { name = "Old" });
        var old = await server.UseModelsAsync("old");
        var made = await client.PostJsonAsync(old, new { title = "Moves" });
        var guid = made["guid"].GetString();
        var document = await client.SendBytesAsync(HttpMethod.Post, old[..old.LastIndexOf('/')] + "/documents", "secret.pdf", Bytes("secret"));
        var reference = await client.PostJsonAsync($"{old}/{guid}/document_references", new { document_guid = document["guid"].GetString() });
        Assert.That((await client.PostJsonAsync($"{old}/{guid}/document_references", new { url = "https://example.com" })).Status, Is.EqualTo(HttpStatusCode.Created));
        var work = made["reference_links/0"].GetString()!;
        var demo = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString();
        var moved = await client.PatchJsonAsync(work, new { lockVersion = (await client.GetJsonAsync(work))["lockVersion"].GetInt32(), _links = new { project = new { href = demo } } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.Text);

        using var zip = new ZipArchive(new MemoryStream(await client.ExportAsync()));

        Assert.That(zip.Entries.Select(e => e.FullName), Has.None.Contains("secret").And.Contain($"{guid}/markup.bcf"));
        var left = await client.GetJsonAsync($"{topics}/{guid}/document_references");
        Assert.That((left.Body.GetArrayLength(), left["0/url"].GetString()), Is.EqualTo((1, "https://example.com")), "Nor is its guid told.");
        var path = $"{topics}/{guid}/document_references/{reference["guid"].GetString()}";
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, path, new { url = "https://example.com" })).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Characters_that_XML_has_none_for_are_left_out()
    {
        var topic = await TopicAsync(new { title = "Bell", bim_snippet = new { snippet_type = "\u0007.ifc", is_external = true, reference = "r\u0001", reference_schema = "s\uFFFE" }, description = "a\u000Bb \U0001F600" });
        await client.AnswerAsync(HttpMethod.Put, topic + "/files", new[] { new { ifc_project = "p\u0001q", ifc_spatial_structure_element = "\u0002", file_name = "\u0003n" } });
        var view = await client.PostJsonAsync(topic + "/viewpoints", new
        {
            components = new { selection = new[] { new { ifc_guid = "g\u0001", originating_system = "o\u0002", authoring_tool_id = "t\u0003" } }, visibility = new { } },
        });
        Assert.That(view.Status, Is.EqualTo(HttpStatusCode.Created), view.Text);

        using var zip = new ZipArchive(new MemoryStream(await client.ExportAsync()));

        var markup = Read(zip, $"{GuidOf(topic)}/markup.bcf");
        Assert.That(markup.Element("Header")!.Element("File")!.Attribute("IfcProject")!.Value, Is.EqualTo("pq"));
        Assert.That(markup.Element("Topic")!.Element("BimSnippet")!.Attribute("SnippetType")!.Value, Is.EqualTo(".ifc"));
        Assert.That(markup.Element("Topic")!.Element("Description")!.Value, Is.EqualTo("ab \U0001F600"));
        Assert.That(Read(zip, $"{GuidOf(topic)}/viewpoint.bcfv").Descendants("Component").Single().Attribute("IfcGuid")!.Value, Is.EqualTo("g"));
    }

    [Test]
    public async Task Every_file_has_a_safe_name_of_its_own_and_our_import_takes_them_all()
    {
        var topic = await TopicAsync(new { title = "Names", bim_snippet = new { snippet_type = ".ifc", is_external = false, reference = "..", reference_schema = "IFC4" } });
        var documents = topics[..topics.LastIndexOf('/')] + "/documents";
        foreach (var (name, text) in new[] { ("markup.bcf", "1"), ("VIEWPOINT.BCFV", "2"), ("a:b.pdf", "3"), ("plan.pdf", "4"), ("plan.pdf", "5"), ("snapshot.png", "6"), ("a\".pdf.", "7") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, documents) { Content = new ByteArrayContent(Bytes(text)) };
            request.Content.Headers.ContentDisposition = new System.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = name };
            var document = await client.AnswerAsync(request);
            Assert.That(document.Status, Is.EqualTo(HttpStatusCode.Created), document.Text);
            for (var twice = 0; twice < 2; twice++)
                Assert.That((await client.PostJsonAsync(topic + "/document_references", new { document_guid = document["guid"].GetString() })).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        var at = new { x = 1, y = 1, z = 1 };
        var camera = new { camera_view_point = at, camera_direction = at, camera_up_vector = at, field_of_view = 60 };
        for (var twice = 0; twice < 2; twice++)
            Assert.That((await client.PostJsonAsync(topic + "/viewpoints", new { perspective_camera = camera })).Status, Is.EqualTo(HttpStatusCode.Created));
        var archive = await client.ExportAsync();
        using var zip = new ZipArchive(new MemoryStream(archive));

        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.That(names, Is.Unique.And.All.Matches("^[^/:*?\"<>|]+(/[^/:*?\"<>|]*[^/:*?\"<>|. ])?$"));
        var told = Read(zip, $"{GuidOf(topic)}/markup.bcf").Descendants("ReferencedDocument").Select(d => d.Value).Distinct().ToList();
        Assert.That(told, Has.Count.EqualTo(7));
        Assert.That(told.Select(name => zip.GetEntry($"{GuidOf(topic)}/{name}")), Has.None.Null);

        using var other = new ApiServer(provider);
        using var there = other.Client();
        await other.UseModelsAsync("demo-project");
        var import = await there.ImportAsync(archive);
        Assert.That(import["created"].GetInt32(), Is.EqualTo(1), import.Text);
        Assert.That(import["warnings"].EnumerateArray().Select(w => w.GetString()), Is.EqualTo(new[] { $"{GuidOf(topic)}: The snippet's file is left out. It is not there." }), "Nobody has brought it.");
        Assert.That((await there.GetJsonAsync(documents)).Body.GetArrayLength(), Is.EqualTo(7));
        Assert.That((await there.GetJsonAsync($"{topic}/document_references")).Body.GetArrayLength(), Is.EqualTo(14));
    }

    [Test]
    public async Task A_snippet_that_an_archive_places_elsewhere_is_kept_by_its_name_alone()
    {
        const string guid = "22222222-2222-4222-8222-222222222222";
        var markup = $"""<Markup><Topic Guid="{guid}"><Title>x</Title><BimSnippet SnippetType=".ifc" isExternal="false"><Reference>../parts/x.ifc</Reference><ReferenceSchema>IFC4</ReferenceSchema></BimSnippet></Topic></Markup>""";
        var import = await client.ImportAsync(Archive("2.1", ("t/markup.bcf", markup), ("parts/x.ifc", "part")));

        Assert.That(import["warnings"].GetArrayLength(), Is.Zero, import.Text);
        Assert.That((await client.GetJsonAsync($"{topics}/{guid}"))["bim_snippet/reference"].GetString(), Is.EqualTo("x.ifc"));
        Assert.That((await client.GetJsonAsync($"{topics}/{guid}/snippet")).Text, Is.EqualTo("part"));
        using var zip = new ZipArchive(new MemoryStream(await client.ExportAsync()));
        Assert.That(zip.GetEntry(guid + "/x.ifc"), Is.Not.Null);
    }

    private async Task<string> TopicAsync(object topic)
    {
        var made = await client.PostJsonAsync(topics, topic);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        return $"{topics}/{made["guid"].GetString()}";
    }

    private static string GuidOf(string path) => path.Split('/')[^1];
}
