using System.Net;
using System.Text;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Viewpoints come back as they were sent, with their images, and nobody changes them.</summary>
[OnEachDatabase]
public sealed class BcfViewpointTests(DatabaseProvider provider)
{
    private const string Camera =
        """
        {"field_of_view":60.00000000000001,"camera_up_vector":{"z":1,"y":0,"x":0},"camera_direction":{"x":-1.50,"y":0,"z":1e-3},
         "camera_view_point":{"x":183.31539916992188,"y":-0.1234567890123456789,"z":2}}
        """;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 0, 255];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 9, 8, 7];

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string topic = "";

    private string Views => topic + "/viewpoints";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Attachments:MaxBytes", "100000"));
        client = server.Client();
        var topics = await server.UseModelsAsync("demo-project");
        topic = $"{topics}/{(await client.PostJsonAsync(topics, new { title = "Seen" }))["guid"].GetString()}";
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_viewpoint_holds_no_more_than_viewpoints_may()
    {
        var line = new { start_point = new { x = 1, y = 2, z = 3 }, end_point = new { x = 1, y = 2, z = 3 } };
        Assert.That((int)(await client.PostJsonAsync(Views, new { lines = Enumerable.Repeat(line, 10_000) })).Status, Is.EqualTo(201));
        Assert.That((int)(await client.PostJsonAsync(Views, new { lines = Enumerable.Repeat(line, 20_000) })).Status, Is.EqualTo(413));
        var component = new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT", originating_system = new string('x', 100) };
        object Selecting(int count) => new { components = new { selection = Enumerable.Repeat(component, count), visibility = new { } } };
        Assert.That((int)(await client.PostJsonAsync(Views, Selecting(20_000))).Status, Is.EqualTo(201));
        Assert.That((int)(await client.PostJsonAsync(Views, Selecting(30_000))).Status, Is.EqualTo(413));

        var at = new { x = 1, y = 1, z = 1 };
        var bitmap = new { bitmap_type = "png", bitmap_data = Convert.ToBase64String(Png), location = at, normal = at, up = at, height = 1 };
        Assert.That((await client.PostJsonAsync(Views, new { bitmaps = Enumerable.Repeat(bitmap, 100) })).Status, Is.EqualTo(HttpStatusCode.Created));
        var many = await client.PostJsonAsync(Views, new { bitmaps = Enumerable.Repeat(bitmap, 101) });
        Assert.That(((int)many.Status, many["message"].GetString()), Is.EqualTo((422, "bitmaps are too many (maximum is 100).")));
    }

    [Test]
    public async Task Numbers_come_back_to_the_last_digit()
    {
        var made = await client.PostJsonAsync(Views, $$"""{"perspective_camera":{{Camera}},"index":3,"unknown":1,"guid":"mine"}""");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        var shown = await client.GetJsonAsync(Self(made));
        Assert.That(shown["perspective_camera/camera_view_point/x"].GetRawText(), Is.EqualTo("183.31539916992188"));
        Assert.That(shown["perspective_camera/camera_view_point/y"].GetRawText(), Is.EqualTo("-0.1234567890123456789"));
        Assert.That(shown["perspective_camera/camera_direction/x"].GetRawText(), Is.EqualTo("-1.50"));
        Assert.That(shown["perspective_camera/camera_direction/z"].GetRawText(), Is.EqualTo("1e-3"));
        Assert.That(shown["index"].GetInt32(), Is.EqualTo(3));
        Assert.That(shown["guid"].GetString(), Is.Not.EqualTo("mine"));
        Assert.That(shown.Body.TryGetProperty("unknown", out _), Is.False);
    }

    [Test]
    public async Task Everything_that_a_view_can_hold_is_kept()
    {
        var made = await client.PostJsonAsync(Views, new
        {
            orthogonal_camera = new { camera_view_point = P(0, 0, 0), camera_direction = P(1, 0, 0), camera_up_vector = P(0, 0, 1), view_to_world_scale = 2.5 },
            lines = new[] { new { start_point = P(0, 0, 0), end_point = P(1, 1, 1) } },
            clipping_planes = new[] { new { location = P(0, 0, 0), direction = P(0, 1, 0) } },
            bitmaps = new[] { new { bitmap_type = "jpg", bitmap_data = Convert.ToBase64String(Jpeg), location = P(0, 0, 0), normal = P(1, 0, 0), up = P(0, 0, 1), height = 10 } },
            snapshot = new { snapshot_type = "png", snapshot_data = "data:image/png;base64," + Convert.ToBase64String(Png) },
            components = new
            {
                selection = new[] { new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT", originating_system = "Tool", authoring_tool_id = (string?)null } },
                coloring = new[] { new { color = "#FF00ff00", components = new[] { new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT" } } } },
                visibility = new { default_visibility = true, exceptions = new[] { new { authoring_tool_id = "7" } }, view_setup_hints = new { spaces_visible = true } },
            },
        });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(made.Body.TryGetProperty("components", out _), Is.True);
        var shown = await client.GetJsonAsync(Self(made));
        Assert.That(shown.Body.TryGetProperty("components", out _), Is.False);
        Assert.That(shown["snapshot"].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "snapshot_type" }));
        Assert.That(shown["bitmaps/0"].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "guid", "bitmap_type", "location", "normal", "up", "height" }));
        Assert.That((await client.GetJsonAsync(Self(made) + "/selection"))["selection/0/ifc_guid"].GetString(), Is.EqualTo("2MF28NhmDBiRVyFakgdbCT"));
        Assert.That((await client.GetJsonAsync(Self(made) + "/coloring"))["coloring/0/color"].GetString(), Is.EqualTo("#FF00ff00"));
        var visibility = await client.GetJsonAsync(Self(made) + "/visibility");
        Assert.That(visibility["visibility/default_visibility"].GetBoolean(), Is.True);
        Assert.That(visibility["visibility/view_setup_hints/spaces_visible"].GetBoolean(), Is.True);

        await AssertBytesAsync(Self(made) + "/snapshot", "image/png", Png);
        await AssertBytesAsync($"{Self(made)}/bitmaps/{shown["bitmaps/0/guid"].GetString()}", "image/jpeg", Jpeg);
        Assert.That((int)(await client.GetJsonAsync($"{Self(made)}/bitmaps/{Guid.NewGuid()}")).Status, Is.EqualTo(404));

        var attached = await client.GetJsonAsync((await client.GetJsonAsync(topic))["reference_links/0"].GetString() + "/attachments");
        Assert.That(attached["total"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task A_view_without_components_shows_all()
    {
        var made = await client.PostJsonAsync(Views, $$"""{"perspective_camera":{{Camera}}}""");

        Assert.That((await client.GetJsonAsync(Self(made) + "/selection")).Text, Is.EqualTo("""{"selection":[]}"""));
        Assert.That((await client.GetJsonAsync(Self(made) + "/coloring")).Text, Is.EqualTo("""{"coloring":[]}"""));
        Assert.That((await client.GetJsonAsync(Self(made) + "/visibility")).Text, Is.EqualTo("""{"visibility":{"default_visibility":true,"exceptions":[]}}"""));
        Assert.That((int)(await client.GetJsonAsync(Self(made) + "/snapshot")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Nobody_changes_a_view_but_it_can_be_removed()
    {
        var made = await client.PostJsonAsync(Views, $$$"""{"perspective_camera":{{{Camera}}},"snapshot":{"snapshot_type":"jpg","snapshot_data":"{{{Convert.ToBase64String(Jpeg)}}}"}}""");
        var files = Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories).Count();

        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, Self(made), new { index = 1 })).Status, Is.EqualTo(405));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Delete, Self(made))).Status, Is.EqualTo(204));
        Assert.That((int)(await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(404));
        Assert.That((int)(await client.GetJsonAsync(Self(made) + "/snapshot")).Status, Is.EqualTo(404));
        Assert.That(Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(files - 1));
    }

    [Test]
    public async Task Views_are_listed_by_index_and_those_without_one_last()
    {
        var topics = topic[..topic.LastIndexOf('/')];
        var views = $"{topics}/{(await client.PostJsonAsync(topics, new { title = "Ordered" }))["guid"].GetString()}/viewpoints";
        foreach (var index in new int?[] { null, 2, 1 })
            await client.PostJsonAsync(views, new { index, lines = Array.Empty<object>() });

        Assert.That((await client.GetJsonAsync(views)).Body.EnumerateArray().Select(v => v.GetProperty("index").GetRawText()), Is.EqualTo(new[] { "1", "2", "null" }));
    }

    [TestCase("""{}""", "needs a camera")]
    [TestCase("""{"index":"1","lines":[]}""", "index is not an integer.")]
    [TestCase("""{"perspective_camera":{}}""", "perspective_camera is invalid.")]
    [TestCase("""{"perspective_camera":5}""", "perspective_camera is invalid.")]
    [TestCase("""{"perspective_camera":{"camera_view_point":{"x":0,"y":0,"z":0},"camera_direction":{"x":0,"y":0,"z":0},"camera_up_vector":{"x":0,"y":0,"z":1},"field_of_view":60}}""", "perspective_camera is invalid.")]
    [TestCase("""{"perspective_camera":{"camera_view_point":{"x":0,"y":0,"z":1e999},"camera_direction":{"x":0,"y":1,"z":0},"camera_up_vector":{"x":0,"y":0,"z":1},"field_of_view":60}}""", "perspective_camera is invalid.")]
    [TestCase("""{"perspective_camera":{"camera_view_point":{"x":0,"y":0,"z":0},"camera_direction":{"x":0,"y":1,"z":0},"camera_up_vector":{"x":0,"y":0,"z":1},"field_of_view":360}}""", "perspective_camera is invalid.")]
    [TestCase("""{"orthogonal_camera":{"camera_view_point":{"x":0,"y":0,"z":0},"camera_direction":{"x":0,"y":1,"z":0},"camera_up_vector":{"x":0,"y":0,"z":1},"view_to_world_scale":0}}""", "orthogonal_camera is invalid.")]
    [TestCase("""{"lines":[{"start_point":{"x":0,"y":0,"z":0}}]}""", "lines is invalid.")]
    [TestCase("""{"clipping_planes":[{"location":{"x":0,"y":0,"z":0},"direction":{"x":"0","y":0,"z":1}}]}""", "clipping_planes is invalid.")]
    [TestCase("""{"components":{"selection":[]}}""", "components is invalid.")]
    [TestCase("""{"components":{"visibility":{},"coloring":[{"color":"red","components":[]}]}}""", "components is invalid.")]
    [TestCase("""{"components":{"visibility":{},"selection":[{"ifc_guid":1}]}}""", "components is invalid.")]
    [TestCase("""{"snapshot":{"snapshot_data":"AAAA"}}""", "snapshot_type needs to be either 'png' or 'jpg'.")]
    [TestCase("""{"snapshot":{"snapshot_type":"png"}}""", "snapshot_data needs to be provided.")]
    [TestCase("""{"snapshot":{"snapshot_type":"png","snapshot_data":"?!"}}""", "snapshot_data is not valid base64.")]
    [TestCase("""{"snapshot":{"snapshot_type":"png","snapshot_data":"SGVsbG8gV29ybGQh"}}""", "snapshot_data is not an image of the type 'png'.")]
    [TestCase("""{"snapshot":{"snapshot_type":"jpg","snapshot_data":"iVBORw0KGgo="}}""", "snapshot_data is not an image of the type 'jpg'.")]
    [TestCase("""{"bitmaps":[{"bitmap_type":"png","bitmap_data":"iVBORw0KGgo="}]}""", "bitmaps is invalid.")]
    [TestCase("""{"bitmaps":[{"bitmap_type":"gif"}]}""", "bitmap_type needs to be either 'png' or 'jpg'.")]
    public async Task A_wrong_view_is_refused(string body, string message)
    {
        var answer = await client.PostJsonAsync(Views, body);

        Assert.That((int)answer.Status, Is.EqualTo(422), answer.Text);
        Assert.That(answer["message"].GetString(), Does.Contain(message));
    }

    [Test]
    public async Task An_image_that_is_too_large_is_refused_and_leaves_nothing()
    {
        var files = Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories).Count();
        byte[] large = [.. Png, .. new byte[100_000]];

        var answer = await client.PostJsonAsync(Views, new { snapshot = new { snapshot_type = "png", snapshot_data = Convert.ToBase64String(large) } });

        Assert.That((int)answer.Status, Is.EqualTo(413), answer.Text);
        Assert.That(Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(files));
    }

    [Test]
    public async Task OpenProjects_dialect_looks_into_no_image_but_refuses_what_it_does_not_know()
    {
        using var other = new ApiServer(provider, ("Bcf:Dialect", "OpenProject"));
        using var caller = other.Client();
        var topics = await other.UseModelsAsync("demo-project");
        var views = $"{topics}/{(await caller.PostJsonAsync(topics, new { title = "Seen" }))["guid"].GetString()}/viewpoints";

        var made = await caller.PostJsonAsync(views, """{"snapshot":{"snapshot_type":"png","snapshot_data":"SGVsbG8gV29ybGQh"}}""");
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That((await caller.GetJsonAsync($"{views}/{made["guid"].GetString()}/snapshot")).Text, Is.EqualTo("Hello World!"));
        Assert.That((await caller.GetJsonAsync($"{views}/{made["guid"].GetString()}/visibility")).Text, Is.EqualTo("""{"visibility":null}"""));
        Assert.That((await caller.PostJsonAsync(views, """{"lines":[],"other":1}"""))["message"].GetString(), Is.EqualTo("An unsupported json property is included."));
    }

    private async Task AssertBytesAsync(string path, string type, byte[] bytes)
    {
        using var answer = await client.GetAsync(path);
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo(type));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.That((await client.AnswerAsync(again)).Status, Is.EqualTo(HttpStatusCode.NotModified));
    }

    private static object P(double x, double y, double z) => new { x, y, z };

    private string Self(ApiAnswer made) => $"{Views}/{made["guid"].GetString()}";
}
