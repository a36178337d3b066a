using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Who may do what, what clients are told of it, and where BCF is.</summary>
[OnEachDatabase]
public sealed class BcfAccessTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("owner", "olga"));
        await world.Server.JoinAsync("olga", await IdOfAsync("public"), "Project admin");
        foreach (var project in world.Projects.Values)
            await world.Server.UseModelsAsync(project.Split('/')[^1]);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    // list, show, create, update, delete
    [TestCase("admin", "public", 200, 200, 201, 200, 204)]
    [TestCase("admin", "private", 200, 200, 201, 200, 204)]
    [TestCase("owner", "public", 200, 200, 201, 200, 204)]
    [TestCase("member", "public", 200, 200, 201, 200, 403)]
    [TestCase("reader", "public", 200, 200, 403, 403, 403)]
    [TestCase("non-member", "public", 403, 403, 403, 403, 403)]
    [TestCase("anonymous", "public", 401, 401, 401, 401, 401)]
    [TestCase("owner", "private", 404, 404, 404, 404, 404)]
    [TestCase("member", "private", 404, 404, 404, 404, 404)]
    [TestCase("reader", "private", 404, 404, 404, 404, 404)]
    [TestCase("non-member", "private", 404, 404, 404, 404, 404)]
    [TestCase("anonymous", "private", 401, 401, 401, 401, 401)]
    public async Task Everybody_does_with_topics_what_the_role_says(string who, string project, int list, int show, int create, int update, int delete)
    {
        var topics = TopicsOf(project);
        var self = $"{topics}/{(await world["admin"].PostJsonAsync(topics, new { title = "Tried" }))["guid"].GetString()}";
        var client = world[who];

        Assert.That((int)(await client.GetJsonAsync(topics)).Status, Is.EqualTo(list));
        Assert.That((int)(await client.GetJsonAsync(self)).Status, Is.EqualTo(show));
        Assert.That((int)(await client.PostJsonAsync(topics, new { title = "New" })).Status, Is.EqualTo(create));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Put, self, new { title = "Changed" })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Delete, self)).Status, Is.EqualTo(delete));
    }

    [TestCase("admin", "update createTopic createDocument", "update updateBimSnippet updateRelatedTopics updateDocumentReferences updateFiles createComment createViewpoint delete", "update delete")]
    [TestCase("owner", "update createTopic createDocument", "update updateBimSnippet updateRelatedTopics updateDocumentReferences updateFiles createComment createViewpoint delete", "update delete")]
    [TestCase("member", "createTopic createDocument", "update updateBimSnippet updateRelatedTopics updateDocumentReferences updateFiles createComment createViewpoint", "update delete")]
    [TestCase("reader", "", "", "")]
    [TestCase("non-member", "", "", "")]
    public async Task Everybody_is_told_what_he_may_do(string who, string project, string topic, string comment)
    {
        var root = ModelsOf("public");
        var extensions = await world[who].GetJsonAsync(root + "/extensions");

        Assert.That(Joined(extensions["project_actions"]), Is.EqualTo(project));
        Assert.That(Joined(extensions["topic_actions"]), Is.EqualTo(topic));
        Assert.That(Joined(extensions["comment_actions"]), Is.EqualTo(comment));
        Assert.That(Joined((await world[who].GetJsonAsync(root))["authorization/project_actions"]), Is.EqualTo(project));
        Assert.That(extensions["topic_type"].GetArrayLength() > 0, Is.EqualTo(topic.Length > 0));
        Assert.That(extensions["user_id_type"].GetArrayLength() > 0, Is.EqualTo(topic.Length > 0));
    }

    [Test]
    public async Task Projects_are_those_that_use_models_and_are_seen()
    {
        await world["admin"].PostJsonAsync("/api/v3/projects", new { name = "Without models" });

        Assert.That(Names(await world["admin"].GetJsonAsync(ApiModels.Root + "/projects")), Is.EqualTo(new[] { "Demo project", "Private" }));
        Assert.That(Names(await world["member"].GetJsonAsync(ApiModels.Root + "/projects")), Is.EqualTo(new[] { "Demo project" }));
        Assert.That((await world["admin"].GetJsonAsync(ApiModels.Root + "/projects/without-models")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world["admin"].GetJsonAsync(ApiModels.Root + "/projects/demo-project"))["project_id"].ValueKind, Is.EqualTo(JsonValueKind.String));
    }

    [Test]
    public async Task A_project_is_renamed_by_those_who_may_edit_it()
    {
        var root = ModelsOf("private");
        var id = (await world["admin"].GetJsonAsync(root))["project_id"].GetString()!;

        var put = await world["admin"].AnswerAsync(HttpMethod.Put, root, new { project_id = id, name = "Renamed" });
        Assert.That((put.Status, put["name"].GetString()), Is.EqualTo((HttpStatusCode.OK, "Renamed")));
        Assert.That((int)(await world["admin"].AnswerAsync(HttpMethod.Put, root, new { project_id = "4711", name = "Again" })).Status, Is.EqualTo(422));
        Assert.That((await world["admin"].AnswerAsync(HttpMethod.Put, root, new { name = "" }))["message"].GetString(), Is.EqualTo("Name can't be blank."));
        Assert.That((int)(await world["member"].AnswerAsync(HttpMethod.Put, ModelsOf("public"), new { name = "Mine" })).Status, Is.EqualTo(403));
        Assert.That((int)(await world["member"].AnswerAsync(HttpMethod.Put, root, new { name = "Mine" })).Status, Is.EqualTo(404));
        await world["admin"].AnswerAsync(HttpMethod.Put, root, new { name = "Private" });
    }

    [Test]
    public async Task Versions_and_sign_in_are_told_to_everybody_and_the_rest_has_an_alias()
    {
        var anonymous = world["anonymous"];

        Assert.That((await anonymous.GetJsonAsync("/api/bcf/versions"))["versions/0/version_id"].GetString(), Is.EqualTo("2.1"));
        Assert.That((await anonymous.GetJsonAsync("/bcf/versions")).Status, Is.EqualTo(HttpStatusCode.OK));
        var auth = await anonymous.GetJsonAsync("/bcf/2.1/auth");
        Assert.That(auth["oauth2_auth_url"].GetString(), Is.EqualTo("http://localhost/oauth/authorize"));
        Assert.That(auth["http_basic_supported"].GetBoolean(), Is.True);
        Assert.That((await world["member"].GetJsonAsync("/bcf/2.1/current-user"))["id"].GetString(), Does.StartWith("mira"));
        var refused = await anonymous.GetJsonAsync("/bcf/2.1/current-user");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(refused["message"].GetString(), Is.EqualTo("You need to be authenticated to access this resource."));
        Assert.That(refused.Headers.WwwAuthenticate.ToString(), Does.Contain("scope=\"bcf_v2_1\""));
    }

    [Test]
    public async Task What_a_path_does_not_take_is_405_and_what_is_nowhere_404()
    {
        var patched = await world["admin"].PatchJsonAsync(TopicsOf("public"), "{}");

        Assert.That((int)patched.Status, Is.EqualTo(405), patched.Text);
        Assert.That(patched.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "POST" }));
        Assert.That((int)(await world["admin"].GetJsonAsync(ApiModels.Root + "/nowhere")).Status, Is.EqualTo(404));
        Assert.That((int)(await world["admin"].GetJsonAsync(TopicsOf("public") + "/not-a-guid")).Status, Is.EqualTo(404));
    }

    [TestCase("text/plain", "{}", 415)]
    [TestCase("application/json", "{", 400)]
    [TestCase("application/json", "[]", 400)]
    [TestCase("application/json", "", 400)]
    public async Task What_is_not_one_object_in_JSON_is_refused(string type, string body, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TopicsOf("public")) { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };

        Assert.That((int)(await world["admin"].AnswerAsync(request)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_other_dialect_is_that_of_OpenProject()
    {
        using var server = new ApiServer(provider, ("Bcf:Dialect", "OpenProject"), ("Bcf:OpenVocabulary", "false"));
        using var client = server.Client();
        var topics = await server.UseModelsAsync("demo-project");
        var project = await client.GetJsonAsync(ApiModels.Root + "/projects/demo-project");

        Assert.That(project["project_id"].ValueKind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(Joined(project["authorization/project_actions"]), Is.EqualTo("update viewTopic createTopic"));
        Assert.That((await client.GetJsonAsync(ApiModels.Root + "/auth"))["http_basic_supported"].GetBoolean(), Is.False);
        Assert.That((await client.GetJsonAsync(ApiModels.Root + "/projects/demo-project/extensions"))["comment_actions"].GetArrayLength(), Is.Zero);

        var closed = await client.PostJsonAsync(topics, new { title = "x", labels = new[] { "mep", "Unheard of" } });
        Assert.That(closed["message"].GetString(), Is.EqualTo("Labels is not set to one of the allowed values."));
        Assert.That((await client.PostJsonAsync(topics, new { title = "x", labels = new[] { "mep" } })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    private static IEnumerable<string?> Names(ApiAnswer answer) => answer.Body.EnumerateArray().Select(p => p.GetProperty("name").GetString());

    private static string Joined(JsonElement list) => string.Join(' ', list.EnumerateArray().Select(e => e.GetString()));

    private string ModelsOf(string project) => $"{ApiModels.Root}/projects/{world.Projects[project].Split('/')[^1]}";

    private string TopicsOf(string project) => ModelsOf(project) + "/topics";

    private async Task<long> IdOfAsync(string project) => (await world["admin"].GetJsonAsync(world.Projects[project]))["id"].GetInt64();
}
