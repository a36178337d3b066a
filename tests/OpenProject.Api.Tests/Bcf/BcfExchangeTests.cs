using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Bcf.BcfArchives;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Archives of topics: what goes out comes in again as it was.</summary>
[OnEachDatabase]
public sealed class BcfExchangeTests(DatabaseProvider provider)
{
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
        var archive = await client.ExportAsync();
        using var other = new ApiServer(provider);
        using var there = other.Client();
        await other.UseModelsAsync("demo-project");

        var import = await there.ImportAsync(archive);

        Assert.That(import.Status, Is.EqualTo(HttpStatusCode.OK), import.Text);
        Assert.That((import["created"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((2, 0)), import.Text);
        Assert.That(await StateAsync(there), Is.EqualTo(await StateAsync(client)));
        Assert.That((await there.ImportAsync(archive))["unchanged"].GetInt32(), Is.EqualTo(2));
        Assert.That(await StateAsync(there), Is.EqualTo(await StateAsync(client)));
    }

    [Test]
    public async Task The_archive_keeps_the_names_and_the_order_of_the_schema()
    {
        await FillAsync();
        using var zip = new ZipArchive(new MemoryStream(await client.ExportAsync()));
        var folder = zip.Entries.Single(e => e.FullName.EndsWith("/snapshot.png", StringComparison.Ordinal)).FullName.Split('/')[0];

        Assert.That(zip.Entries.Select(e => e.FullName), Does.Contain("bcf.version").And.Contain("project.bcfp").And.Contain(folder + "/viewpoint.bcfv"));
        var markup = Read(zip, folder + "/markup.bcf");
        Assert.That(Names(markup), Is.EqualTo("Header Topic Comment Comment Viewpoints"));
        Assert.That(
            Names(markup.Element("Topic")!),
            Is.EqualTo("ReferenceLink Title Priority Index Labels Labels CreationDate CreationAuthor ModifiedDate ModifiedAuthor DueDate Stage Description BimSnippet DocumentReference DocumentReference RelatedTopic"));
        Assert.That(Names(markup.Element("Comment")!), Is.EqualTo("Date Author Comment Viewpoint ModifiedDate ModifiedAuthor"));
        var view = Read(zip, folder + "/viewpoint.bcfv");
        Assert.That(Names(view), Is.EqualTo("Components PerspectiveCamera Lines ClippingPlanes Bitmap"));
        Assert.That(Names(view.Element("Components")!), Is.EqualTo("ViewSetupHints Selection Visibility Coloring"));
        Assert.That(view.Descendants("Color").First().Attribute("Color")!.Value, Is.EqualTo("FF00FF00"));
    }

    private async Task FillAsync()
    {
        var other = (await MadeAsync(client.PostJsonAsync(Project + "/topics", new { title = "Other" })))["guid"].GetString();
        var made = await MadeAsync(client.PostJsonAsync(Project + "/topics", new
        {
            title = "Whole & <odd> ü", labels = new[] { "MEP", "Own" }, index = 4, stage = "Design", priority = "High", description = "Two\nlines", due_date = "2030-02-03",
            reference_links = new[] { "https://example.com/?a=1&b=2" },
            bim_snippet = new { snippet_type = ".ifc", is_external = false, reference = "part.ifc", reference_schema = "IFC4" },
        }));
        var topic = $"{Project}/topics/{made["guid"].GetString()}";
        var at = new { x = 1.5, y = -2, z = 0.1 };
        var view = await MadeAsync(client.PostJsonAsync(topic + "/viewpoints", new
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
        }));
        await MadeAsync(client.PostJsonAsync(topic + "/comments", new { comment = "Look", viewpoint_guid = view["guid"].GetString() }));
        using (var mira = await server.ClientOfAsync("mira"))
            await MadeAsync(mira.PostJsonAsync(topic + "/comments", new { comment = "I see" }));
        await MadeAsync(client.AnswerAsync(HttpMethod.Put, topic + "/files", new[] { new { file_name = "a.ifc", ifc_project = "p", reference = "r", date = "2030-01-01T00:00:00Z" } }));
        await MadeAsync(client.AnswerAsync(HttpMethod.Put, topic + "/related_topics", new[] { new { related_topic_guid = other } }));
        await MadeAsync(client.SendBytesAsync(HttpMethod.Put, topic + "/snippet", "part.ifc", Bytes("snippet")));
        var document = await MadeAsync(client.SendBytesAsync(HttpMethod.Post, Project + "/documents", "plan.pdf", Bytes("plan")));
        await MadeAsync(client.PostJsonAsync(topic + "/document_references", new { document_guid = document["guid"].GetString(), description = "Plan" }));
        await MadeAsync(client.PostJsonAsync(topic + "/document_references", new { url = "https://example.com/x.pdf" }));
    }

    private static async Task<ApiAnswer> MadeAsync(Task<ApiAnswer> answering)
    {
        var answer = await answering;
        Assert.That((int)answer.Status, Is.AnyOf(200, 201, 204), answer.Text);
        return answer;
    }

    // What topics are, without what another installation makes itself.
    private static async Task<string> StateAsync(HttpClient client)
    {
        var state = new StringBuilder();
        foreach (var topic in (await client.GetJsonAsync(Project + "/topics")).Body.EnumerateArray().OrderBy(t => t.GetProperty("guid").GetString(), StringComparer.Ordinal))
        {
            var path = $"{Project}/topics/{topic.GetProperty("guid").GetString()}";
            foreach (var name in new[] { "guid", "title", "topic_type", "topic_status", "priority", "labels", "index", "stage", "description", "due_date", "bim_snippet", "creation_author", "creation_date" })
                state.AppendLine(topic.GetProperty(name).GetRawText());
            state.AppendLine(string.Join(' ', topic.GetProperty("reference_links").EnumerateArray().Skip(1)));
            foreach (var comment in (await client.GetJsonAsync(path + "/comments")).Body.EnumerateArray())
                state.AppendLine($"{comment.GetProperty("guid")} {comment.GetProperty("comment")} {comment.GetProperty("viewpoint_guid")} {comment.GetProperty("author")} {comment.GetProperty("date")}");
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
                state.AppendLine($"{reference.GetProperty("guid")} {reference.GetProperty("url")} {reference.GetProperty("description")} {reference.GetProperty("document_guid").ValueKind}");
            foreach (var document in (await client.GetJsonAsync(Project + "/documents")).Body.EnumerateArray())
                state.AppendLine(document.GetProperty("filename").GetString());
            state.AppendLine((await client.GetJsonAsync(path + "/snippet")).Text.Replace("{\"message\":\"The requested resource could not be found.\"}", "none", StringComparison.Ordinal));
        }

        return state.ToString();
    }

    private static string Names(XElement element) => string.Join(' ', element.Elements().Select(e => e.Name.LocalName));
}
