using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Errors;
using OpenProject.Domain.Roles;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Each route of a project for each role, with guids that nobody has, and with guids of something else. None can be forgotten: they are the server's own.</summary>
[OnEachDatabase]
public sealed class BcfPermissionTests(DatabaseProvider provider)
{
    private const string Project = "api/bcf/2.1/projects/{project}";

    // Those who see a project without its topics are told its name, and that they may do nothing.
    private static readonly string[] OfProjects = [Project, Project + "/extensions"];

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly Dictionary<string, Dictionary<string, string>> values = new(StringComparer.Ordinal);
    private PermissionWorld world = null!;
    private List<(string Method, string Route)> routes = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        foreach (var (name, project) in world.Projects.ToList())
        {
            await world.Server.UseModelsAsync(project.Split('/')[^1]);
            values[name] = await FillAsync(project.Split('/')[^1]);
        }

        routes =
        [
            .. from endpoint in world.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               where endpoint.Metadata.GetMetadata<ApiAreaAttribute>()?.Area == ApiArea.Bcf
               let route = endpoint.RoutePattern.RawText!.TrimStart('/')
               where route.StartsWith(Project, StringComparison.Ordinal)
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               select (method, route),
        ];
        Assert.That(routes, Has.Count.GreaterThanOrEqualTo(40));
    }

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
        foreach (var (_, route) in routes.Where(r => r.Method == "GET"))
        {
            var expected = status == 403 && OfProjects.Contains(route) ? 200 : status;
            Assert.That((int)(await world[who].GetJsonAsync(PathOf(route, values[project]))).Status, Is.EqualTo(expected), route);
        }
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
        foreach (var (method, route) in routes.Where(r => r.Method != "GET"))
        {
            foreach (var body in new[] { "{", "{\"title\":\"x\"}" })
                Assert.That((int)(await AskAsync(who, method, PathOf(route, values[project]), body)).Status, Is.EqualTo(status), $"{method} {route}");
        }
    }

    [Test]
    public async Task What_nobody_has_is_not_found_wherever_it_stands_in_a_path()
    {
        foreach (var (method, route) in routes)
        {
            foreach (var name in NamesIn(route))
            {
                foreach (var guid in new[] { Guid.NewGuid().ToString(), "nonsense", "1000000" })
                {
                    var path = PathOf(route, new Dictionary<string, string>(values["public"]) { [name] = guid });
                    Assert.That((int)(await AskAsync("admin", method, path, BodyFor(route))).Status, Is.EqualTo(404), $"{method} {path}");
                }
            }
        }
    }

    [Test]
    public async Task What_is_of_another_project_or_topic_is_not_found_there_even_by_those_who_see_both()
    {
        var tried = 0;
        foreach (var (method, route) in routes)
        {
            var names = NamesIn(route).ToList();
            for (var at = 1; at < names.Count; at++)
            {
                // From here on all is of the other project; before that of this one.
                var mixed = names.ToDictionary(name => name, name => values[names.IndexOf(name) < at ? "public" : "private"][name]);
                var answer = await AskAsync("admin", method, PathOf(route, mixed), BodyFor(route));
                Assert.That((int)answer.Status, Is.EqualTo(404), $"{method} {route} from {names[at]} on: {answer}");
                tried++;
            }
        }

        Assert.That(tried, Is.GreaterThan(40));
        foreach (var (_, route) in routes.Where(r => r.Method == "GET"))
            Assert.That((int)(await world["admin"].GetJsonAsync(PathOf(route, values["private"]))).Status, Is.EqualTo(200), "Nothing of it was changed.");
    }

    // Who lacks one permission of the many lacks what it is for, with those that need it, and nothing else.
    [TestCase("", 200, 201, 200, 204, 200, true)]
    [TestCase("view_linked_issues", 403, 403, 403, 403, 200, false)]
    [TestCase("view_work_packages", 403, 403, 403, 403, 200, false)]
    [TestCase("manage_bcf", 200, 403, 403, 403, 200, false)]
    [TestCase("add_work_packages", 200, 403, 200, 204, 200, true)]
    [TestCase("edit_work_packages", 200, 201, 403, 204, 200, true)]
    [TestCase("delete_bcf", 200, 201, 200, 403, 200, true)]
    [TestCase("delete_work_packages", 200, 201, 200, 403, 200, true)]
    [TestCase("edit_project", 200, 201, 200, 204, 403, true)]
    [TestCase("view_members", 200, 201, 200, 204, 200, false)]
    public async Task Each_permission_is_for_something(string lacking, int read, int create, int update, int delete, int rename, bool seesPeople)
    {
        string[] all =
        [
            "view_linked_issues", "view_work_packages", "manage_bcf", "add_work_packages", "edit_work_packages", "delete_bcf", "delete_work_packages", "edit_project",
            "view_members", "work_package_assigned",
        ];
        var (login, root) = ("lacks" + lacking.Replace("_", "", StringComparison.Ordinal), $"/api/bcf/2.1/projects/{values["private"]["project"]}");
        var id = (await world["admin"].GetJsonAsync(world.Projects["private"]))["id"].GetInt64();
        await world.Server.RoleAsync(login, [.. all.Where(permission => permission != lacking && !Permissions.Find(permission)!.Requires.Any(needed => needed.Name == lacking))]);
        await world.Server.JoinAsync(login, id, login);
        using var client = await world.Server.ClientOfAsync(login);
        var topic = $"{root}/topics/{(await world["admin"].PostJsonAsync(root + "/topics", new { title = "Tried" }))["guid"].GetString()}";

        Assert.That((int)(await client.GetJsonAsync(topic)).Status, Is.EqualTo(read), "read");
        Assert.That((int)(await client.PostJsonAsync(root + "/topics", new { title = "New" })).Status, Is.EqualTo(create), "create");
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, topic, new { title = "Changed" })).Status, Is.EqualTo(update), "update");
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Delete, topic)).Status, Is.EqualTo(delete), "delete");
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, root, new { name = "Private" })).Status, Is.EqualTo(rename), "rename");
        Assert.That((await client.GetJsonAsync(root + "/extensions"))["user_id_type"].GetArrayLength() > 0, Is.EqualTo(seesPeople), "people");
    }

    private static string PathOf(string route, Dictionary<string, string> of) => "/" + string.Join('/', route.Split('/').Select(step => step.StartsWith('{') ? of[step[1..^1]] : step));

    private static IEnumerable<string> NamesIn(string route) => route.Split('/').Where(step => step.StartsWith('{')).Select(step => step[1..^1]);

    // Something that could be stored, were the rest right.
    private static string BodyFor(string route) => route.EndsWith("/files", StringComparison.Ordinal) || route.EndsWith("/related_topics", StringComparison.Ordinal)
        ? "[]"
        : """{"title":"x","name":"x","comment":"x","url":"https://example.com","lines":[]}""";

    private async Task<ApiAnswer> AskAsync(string who, string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Content.Headers.ContentDisposition = new System.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileName = "a.ifc" };
        }

        return await world[who].AnswerAsync(request);
    }

    private async Task<Dictionary<string, string>> FillAsync(string project)
    {
        var (admin, root, at) = (world["admin"], $"/api/bcf/2.1/projects/{project}", new { x = 1, y = 1, z = 1 });
        var snippet = new { snippet_type = ".ifc", is_external = false, reference = "a.ifc", reference_schema = "IFC4" };
        var topic = (await MadeAsync(admin.PostJsonAsync(root + "/topics", new { title = "Tried", bim_snippet = snippet })))["guid"].GetString()!;
        var path = $"{root}/topics/{topic}";
        await MadeAsync(admin.SendBytesAsync(HttpMethod.Put, path + "/snippet", "a.ifc", [1]));
        var image = Convert.ToBase64String(Png);
        var view = await MadeAsync(admin.PostJsonAsync(path + "/viewpoints", new
        {
            snapshot = new { snapshot_type = "png", snapshot_data = image },
            bitmaps = new[] { new { bitmap_type = "png", bitmap_data = image, location = at, normal = at, up = at, height = 1 } },
        }));
        var document = await MadeAsync(admin.SendBytesAsync(HttpMethod.Post, root + "/documents", "plan.pdf", [1]));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["project"] = project,
            ["topic"] = topic,
            ["comment"] = (await MadeAsync(admin.PostJsonAsync(path + "/comments", new { comment = "Said" })))["guid"].GetString()!,
            ["viewpoint"] = view["guid"].GetString()!,
            ["bitmap"] = view["bitmaps/0/guid"].GetString()!,
            ["document"] = document["guid"].GetString()!,
            ["reference"] = (await MadeAsync(admin.PostJsonAsync(path + "/document_references", new { url = "https://example.com" })))["guid"].GetString()!,
        };
    }

    private static async Task<ApiAnswer> MadeAsync(Task<ApiAnswer> answering)
    {
        var answer = await answering;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.NoContent), answer.Text);
        return answer;
    }
}
