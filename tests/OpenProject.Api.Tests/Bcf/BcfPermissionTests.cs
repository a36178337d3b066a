using System.Net.Http.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Each path for each role, and with ids that nobody has.</summary>
[OnEachDatabase]
public sealed class BcfPermissionTests(DatabaseProvider provider)
{
    private static readonly string[] Reads =
    [
        "topics", "topics/{topic}", "topics/{topic}/comments", "topics/{topic}/comments/{comment}", "topics/{topic}/viewpoints", "topics/{topic}/viewpoints/{viewpoint}",
        "topics/{topic}/viewpoints/{viewpoint}/selection", "topics/{topic}/viewpoints/{viewpoint}/coloring", "topics/{topic}/viewpoints/{viewpoint}/visibility",
        "topics/{topic}/files", "topics/{topic}/related_topics", "topics/{topic}/document_references", "topics/{topic}/events", "topics/events",
        "topics/comments/events", "topics/{topic}/comments/{comment}/events", "documents",
    ];

    private static readonly string[] Writes =
    [
        "POST topics", "PUT topics/{topic}", "POST topics/{topic}/comments", "PUT topics/{topic}/comments/{comment}", "DELETE topics/{topic}/comments/{comment}",
        "POST topics/{topic}/viewpoints", "DELETE topics/{topic}/viewpoints/{viewpoint}", "PUT topics/{topic}/files", "PUT topics/{topic}/related_topics",
        "POST topics/{topic}/document_references", "PUT topics/{topic}/document_references/{viewpoint}", "PUT topics/{topic}/snippet", "POST documents", "DELETE topics/{topic}",
    ];

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        foreach (var (name, project) in world.Projects.ToList())
        {
            var root = (await world.Server.UseModelsAsync(project.Split('/')[^1]))[..^"/topics".Length];
            var admin = world["admin"];
            var topic = (await admin.PostJsonAsync(root + "/topics", new { title = "Tried" }))["guid"].GetString();
            var comment = (await admin.PostJsonAsync($"{root}/topics/{topic}/comments", new { comment = "Said" }))["guid"].GetString();
            var view = (await admin.PostJsonAsync($"{root}/topics/{topic}/viewpoints", new { lines = Array.Empty<object>() }))["guid"].GetString();
            paths[name] = path => $"{root}/{path.Replace("{topic}", topic).Replace("{comment}", comment).Replace("{viewpoint}", view)}";
        }
    }

    private readonly Dictionary<string, Func<string, string>> paths = new(StringComparer.Ordinal);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200)]
    [TestCase("admin", "private", 200)]
    [TestCase("member", "public", 200)]
    [TestCase("reader", "public", 200)]
    [TestCase("non-member", "public", 403)]
    [TestCase("anonymous", "public", 401)]
    [TestCase("member", "private", 404)]
    [TestCase("reader", "private", 404)]
    [TestCase("non-member", "private", 404)]
    [TestCase("anonymous", "private", 401)]
    public async Task Everything_is_read_by_those_who_see_topics(string who, string project, int status)
    {
        foreach (var path in Reads)
            Assert.That((int)(await world[who].GetJsonAsync(paths[project](path))).Status, Is.EqualTo(status), path);
    }

    [TestCase("reader", "public", 403)]
    [TestCase("non-member", "public", 403)]
    [TestCase("anonymous", "public", 401)]
    [TestCase("member", "private", 404)]
    [TestCase("reader", "private", 404)]
    [TestCase("non-member", "private", 404)]
    [TestCase("anonymous", "private", 401)]
    public async Task Nothing_is_written_by_those_who_may_not_whatever_they_send(string who, string project, int status)
    {
        foreach (var write in Writes.Select(w => w.Split(' ')))
        {
            foreach (var body in new[] { "{", "{\"title\":\"x\"}" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(write[0]), paths[project](write[1])) { Content = new StringContent(body, null, "application/json") };
                Assert.That((int)(await world[who].AnswerAsync(request)).Status, Is.EqualTo(status), write[1]);
            }
        }
    }

    [Test]
    public async Task What_nobody_has_is_not_found()
    {
        foreach (var guid in new[] { Guid.NewGuid().ToString(), "nonsense", "1" })
        {
            foreach (var path in Reads.Where(p => p.Contains('{')))
            {
                var unknown = paths["public"](path[..path.LastIndexOf('{')]) + guid + path[(path.LastIndexOf('}') + 1)..];
                Assert.That((int)(await world["admin"].GetJsonAsync(unknown)).Status, Is.EqualTo(404), unknown);
            }

            Assert.That((int)(await world["admin"].AnswerAsync(HttpMethod.Delete, paths["public"]("topics/") + guid)).Status, Is.EqualTo(404));
            Assert.That((int)(await world["admin"].AnswerAsync(HttpMethod.Put, paths["public"]("topics/") + guid, new { title = "x" })).Status, Is.EqualTo(404));
        }
    }
}
