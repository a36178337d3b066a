using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Archives of topics: what goes out comes in again as it was, and nothing comes in that is not what it seems.</summary>
[OnEachDatabase]
public sealed class BcfExchangeTests(DatabaseProvider provider)
{
    private const string Project = ApiModels.Root + "/projects/demo-project";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 42];

    private ApiServer server = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        await server.UseModelsAsync("demo-project");
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task What_goes_out_comes_in_as_the_same_topics()
    {
        await FillAsync();
        var archive = await ExportAsync(client);
        using var other = new ApiServer(provider);
        using var there = other.Client();
        await other.UseModelsAsync("demo-project");

        var import = await ImportAsync(there, archive);

        Assert.That(import.Status, Is.EqualTo(HttpStatusCode.OK), import.Text);
        Assert.That((import["created"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((2, 0)), import.Text);
        Assert.That(await StateAsync(there), Is.EqualTo(await StateAsync(client)));
        Assert.That((await ImportAsync(there, archive))["unchanged"].GetInt32(), Is.EqualTo(2));
        Assert.That(await StateAsync(there), Is.EqualTo(await StateAsync(client)));
    }

    [Test]
    public async Task The_archive_keeps_the_names_and_the_order_of_the_schema()
    {
        await FillAsync();
        using var zip = new ZipArchive(new MemoryStream(await ExportAsync(client)));
        var folder = zip.Entries.Single(e => e.FullName.EndsWith("/snapshot.png", StringComparison.Ordinal)).FullName.Split('/')[0];

        Assert.That(zip.Entries.Select(e => e.FullName), Does.Contain("bcf.version").And.Contain("project.bcfp").And.Contain(folder + "/viewpoint.bcfv"));
        var markup = Read(zip, folder + "/markup.bcf");
        Assert.That(Names(markup), Is.EqualTo("Header Topic Comment Viewpoints"));
        Assert.That(
            Names(markup.Element("Topic")!),
            Is.EqualTo("ReferenceLink Title Priority Index Labels Labels CreationDate CreationAuthor ModifiedDate ModifiedAuthor DueDate Stage Description BimSnippet DocumentReference DocumentReference RelatedTopic"));
        Assert.That(Names(markup.Element("Comment")!), Is.EqualTo("Date Author Comment Viewpoint ModifiedDate ModifiedAuthor"));
        var view = Read(zip, folder + "/viewpoint.bcfv");
        Assert.That(Names(view), Is.EqualTo("Components PerspectiveCamera Lines ClippingPlanes Bitmap"));
        Assert.That(Names(view.Element("Components")!), Is.EqualTo("ViewSetupHints Selection Visibility Coloring"));
        Assert.That(view.Descendants("Color").First().Attribute("Color")!.Value, Is.EqualTo("FF00FF00"));
    }

    [Test]
    public async Task A_topic_that_the_archive_knows_newer_is_updated_and_what_the_project_does_not_know_is_told()
    {
        var made = await client.PostJsonAsync(Project + "/topics", new { title = "Old" });
        var guid = made["guid"].GetString()!;
        var markup = $"""
            <Markup><Topic Guid="{guid}" TopicType="Unheard of" TopicStatus="New"><Title>New title</Title><ModifiedDate>2100-01-01T00:00:00+01:00</ModifiedDate></Topic>
            <Comment Guid="11111111-1111-4111-8111-111111111111"><Date>2020-01-01T00:00:00Z</Date><Author>x</Author><Comment>From afar</Comment></Comment></Markup>
            """;

        var import = await ImportAsync(client, Zip(("bcf.version", Version("2.1")), ($"{guid}/markup.bcf", Encoding.UTF8.GetBytes(markup))));

        Assert.That((import["updated"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((1, 1)), import.Text);
        Assert.That((await client.GetJsonAsync($"{Project}/topics/{guid}"))["title"].GetString(), Is.EqualTo("New title"));
        Assert.That((await client.GetJsonAsync($"{Project}/topics/{guid}/comments/11111111-1111-4111-8111-111111111111"))["comment"].GetString(), Is.EqualTo("From afar"));

        var older = markup.Replace("2100-", "2000-", StringComparison.Ordinal).Replace("New title", "Older", StringComparison.Ordinal);
        await ImportAsync(client, Zip(("bcf.version", Version("2.0")), ($"{guid}\\markup.bcf", Encoding.UTF8.GetBytes(older))));
        Assert.That((await client.GetJsonAsync($"{Project}/topics/{guid}"))["title"].GetString(), Is.EqualTo("New title"));
    }

    [Test]
    public async Task What_is_not_what_it_seems_is_refused()
    {
        var bomb = new byte[20_000_000];
        var entity = Encoding.UTF8.GetBytes("""<!DOCTYPE Markup [<!ENTITY x SYSTEM "file:///etc/passwd">]><Markup><Topic Guid="11111111-1111-4111-8111-111111111111"><Title>&x;</Title></Topic></Markup>""");
        foreach (var (what, archive, status) in new[]
        {
            ("no zip", Encoding.UTF8.GetBytes("nothing"), 422),
            ("a bomb", Zip(("bcf.version", Version("2.1")), ("a/markup.bcf", bomb)), 422),
            ("traversal", Zip(("bcf.version", Version("2.1")), ("../../markup.bcf", [1])), 422),
            ("an absolute path", Zip(("bcf.version", Version("2.1")), ("/etc/markup.bcf", [1])), 422),
            ("a drive", Zip(("bcf.version", Version("2.1")), ("C:\\markup.bcf", [1])), 422),
            ("an entity", Zip(("bcf.version", Version("2.1")), ("a/markup.bcf", entity)), 422),
            ("no version", Zip(("a/markup.bcf", [1])), 422),
            ("another version", Zip(("bcf.version", Version("9.9"))), 422),
            ("broken XML", Zip(("bcf.version", Version("2.1")), ("a/markup.bcf", [1, 2, 3])), 422),
            ("no topic", Zip(("bcf.version", Version("2.1")), ("a/markup.bcf", Encoding.UTF8.GetBytes("<Markup/>"))), 422),
        })
        {
            var answer = await ImportAsync(client, archive);
            Assert.That((int)answer.Status, Is.EqualTo(status), what + answer);
            Assert.That(answer.Text, Does.Not.Contain("root:"));
        }

        Assert.That((await client.GetJsonAsync(Project + "/topics")).Text, Is.EqualTo("[]"));
    }

    [Test]
    public async Task An_archive_that_is_too_large_is_refused_and_nobody_imports_who_may_not_write()
    {
        using var small = new ApiServer(provider, ("Bcf:MaxArchiveBytes", "1024"));
        await small.UseModelsAsync("demo-project");
        using var caller = small.Client();
        Assert.That((int)(await ImportAsync(caller, new byte[2000])).Status, Is.EqualTo(413));

        using var jonas = await server.ClientOfAsync("jonas");
        Assert.That((int)(await ImportAsync(jonas, Zip(("bcf.version", Version("2.1"))))).Status, Is.EqualTo(403));
        using var nobody = await server.ClientOfAsync("nobody");
        Assert.That((int)(await nobody.GetJsonAsync(Project + "/bcfzip")).Status, Is.EqualTo(403));
    }

    private async Task FillAsync()
    {
        var other = (await client.PostJsonAsync(Project + "/topics", new { title = "Other" }))["guid"].GetString();
        var made = await client.PostJsonAsync(Project + "/topics", new
        {
            title = "Whole & <odd> ü", labels = new[] { "MEP", "Own" }, index = 4, stage = "Design", priority = "High", description = "Two\nlines", due_date = "2030-02-03",
            reference_links = new[] { "https://example.com/?a=1&b=2" },
            bim_snippet = new { snippet_type = ".ifc", is_external = false, reference = "part.ifc", reference_schema = "IFC4" },
        });
        var topic = $"{Project}/topics/{made["guid"].GetString()}";
        var at = new { x = 1.5, y = -2, z = 0.1 };
        var view = await client.PostJsonAsync(topic + "/viewpoints", new
        {
            index = 2,
            perspective_camera = new { camera_view_point = at, camera_direction = at, camera_up_vector = at, field_of_view = 59.5 },
            lines = new[] { new { start_point = at, end_point = at } },
            clipping_planes = new[] { new { location = at, direction = at } },
            bitmaps = new[] { new { bitmap_type = "png", bitmap_data = Convert.ToBase64String(Png), location = at, normal = at, up = at, height = 3 } },
            snapshot = new { snapshot_type = "png", snapshot_data = Convert.ToBase64String(Png) },
            components = new
            {
                selection = new[] { new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT", originating_system = "T" } },
                coloring = new[] { new { color = "FF00FF00", components = new[] { new { authoring_tool_id = "1" } } } },
                visibility = new { default_visibility = true, exceptions = Array.Empty<object>(), view_setup_hints = new { spaces_visible = true, space_boundaries_visible = false, openings_visible = false } },
            },
        });
        Assert.That(view.Status, Is.EqualTo(HttpStatusCode.Created), view.Text);
        await client.PostJsonAsync(topic + "/comments", new { comment = "Look", viewpoint_guid = view["guid"].GetString() });
        await client.AnswerAsync(HttpMethod.Put, topic + "/files", new[] { new { file_name = "a.ifc", ifc_project = "p", reference = "r", date = "2030-01-01T00:00:00Z" } });
        await client.AnswerAsync(HttpMethod.Put, topic + "/related_topics", new[] { new { related_topic_guid = other } });
        await UploadAsync(client, HttpMethod.Put, topic + "/snippet", "part.ifc", "snippet");
        var document = await UploadAsync(client, HttpMethod.Post, Project + "/documents", "plan.pdf", "plan");
        await client.PostJsonAsync(topic + "/document_references", new { document_guid = document["guid"].GetString(), description = "Plan" });
        await client.PostJsonAsync(topic + "/document_references", new { url = "https://example.com/x.pdf" });
    }

    // What topics are, without what another installation makes itself.
    private static async Task<string> StateAsync(HttpClient client)
    {
        var state = new StringBuilder();
        foreach (var topic in (await client.GetJsonAsync(Project + "/topics")).Body.EnumerateArray().OrderBy(t => t.GetProperty("guid").GetString(), StringComparer.Ordinal))
        {
            var path = $"{Project}/topics/{topic.GetProperty("guid").GetString()}";
            foreach (var name in new[] { "guid", "title", "topic_type", "topic_status", "priority", "labels", "index", "stage", "description", "due_date", "bim_snippet" })
                state.AppendLine(topic.GetProperty(name).GetRawText());
            state.AppendLine(string.Join(' ', topic.GetProperty("reference_links").EnumerateArray().Skip(1)));
            foreach (var comment in (await client.GetJsonAsync(path + "/comments")).Body.EnumerateArray())
                state.AppendLine($"{comment.GetProperty("guid")} {comment.GetProperty("comment")} {comment.GetProperty("viewpoint_guid")}");
            foreach (var view in (await client.GetJsonAsync(path + "/viewpoints")).Body.EnumerateArray())
            {
                var self = $"{path}/viewpoints/{view.GetProperty("guid").GetString()}";
                foreach (var name in new[] { "guid", "index", "perspective_camera", "lines", "clipping_planes" })
                    state.AppendLine(view.GetProperty(name).GetRawText());
                foreach (var part in new[] { "selection", "coloring", "visibility" })
                    state.AppendLine((await client.GetJsonAsync($"{self}/{part}")).Text);
                state.AppendLine(Convert.ToHexString(await client.GetByteArrayAsync(self + "/snapshot")));
                state.AppendLine(Convert.ToHexString(await client.GetByteArrayAsync($"{self}/bitmaps/{view.GetProperty("bitmaps")[0].GetProperty("guid").GetString()}")));
            }

            state.AppendLine((await client.GetJsonAsync(path + "/files")).Text).AppendLine((await client.GetJsonAsync(path + "/related_topics")).Text);
            foreach (var reference in (await client.GetJsonAsync(path + "/document_references")).Body.EnumerateArray())
                state.AppendLine($"{reference.GetProperty("url")} {reference.GetProperty("description")} {reference.GetProperty("document_guid").ValueKind}");
            state.AppendLine((await client.GetJsonAsync(path + "/snippet")).Text.Replace("{\"message\":\"The requested resource could not be found.\"}", "none", StringComparison.Ordinal));
        }

        return state.ToString();
    }

    private static async Task<byte[]> ExportAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Project + "/bcfzip");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<ApiAnswer> ImportAsync(HttpClient client, byte[] archive)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Project + "/bcfzip") { Content = new ByteArrayContent(archive) };
        return await client.AnswerAsync(request);
    }

    private static async Task<ApiAnswer> UploadAsync(HttpClient client, HttpMethod method, string path, string name, string text)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        request.Content.Headers.ContentDisposition = new System.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileName = name };
        return await client.AnswerAsync(request);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Version(string version) => Encoding.UTF8.GetBytes($"<Version VersionId=\"{version}\"/>");

    private static XElement Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        return XElement.Load(entry);
    }

    private static string Names(XElement element) => string.Join(' ', element.Elements().Select(e => e.Name.LocalName));
}
