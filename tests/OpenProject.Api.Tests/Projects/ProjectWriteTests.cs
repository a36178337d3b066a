using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Projects;

/// <summary>Creating, changing and removing projects over HTTP.</summary>
[OnEachDatabase]
public sealed class ProjectWriteTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/projects";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private int made;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_new_project_has_the_defaults_and_its_creator_is_a_member()
    {
        var project = await client.PostJsonAsync(Path, new { name = "Über uns, 2030!", description = new { raw = "**bold**" } });

        Assert.That(project.Status, Is.EqualTo(HttpStatusCode.Created), project.ToString());
        Assert.That(project["identifier"].GetString(), Is.EqualTo("uber-uns-2030"));
        Assert.That(project["active"].GetBoolean(), Is.True);
        Assert.That(project["public"].GetBoolean(), Is.False);
        Assert.That(project["description/html"].GetString(), Does.Contain("<strong>bold</strong>"));
        Assert.That(project["_links/ancestors"].GetArrayLength(), Is.Zero);
        Assert.That(project["_links/parent/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        var types = await client.GetJsonAsync(project["_links/types/href"].GetString()!);
        Assert.That(types["_embedded/elements"].EnumerateArray().All(t => t.GetProperty("isDefault").GetBoolean()), Is.True);
        Assert.That(types["total"].GetInt32(), Is.EqualTo(3));
        var mine = await client.GetJsonAsync(Path + "?filters=" + Uri.EscapeDataString("""[{"principal":{"operator":"=","values":["me"]}}]"""));
        Assert.That(Identifiers(mine), Does.Contain("uber-uns-2030"));
        var work = await client.PostJsonAsync(project["_links/createWorkPackageImmediately/href"].GetString()!, new { subject = "First" });
        Assert.That(work.Status, Is.EqualTo(HttpStatusCode.Created), work.ToString());
    }

    [Test]
    public async Task Two_projects_of_one_name_get_identifiers_of_their_own()
    {
        var first = await client.PostJsonAsync(Path, new { name = "Twins" });
        var second = await client.PostJsonAsync(Path, new { name = "Twins" });

        Assert.That(first["identifier"].GetString(), Is.EqualTo("twins"));
        Assert.That(second["identifier"].GetString(), Is.EqualTo("twins-1"));
    }

    [TestCase("""{"name":"","identifier":"p1"}""", "PropertyConstraintViolation", "name")]
    [TestCase("""{"name":"x","identifier":"demo-project"}""", "PropertyConstraintViolation", "identifier")]
    [TestCase("""{"name":"x","identifier":"Not an identifier"}""", "PropertyConstraintViolation", "identifier")]
    [TestCase("""{"name":"x","identifier":"schema"}""", "PropertyConstraintViolation", "identifier")]
    [TestCase("""{"name":"x","active":"yes"}""", "PropertyFormatError", "active")]
    [TestCase("""{"name":"x","createdAt":"2001-01-01T00:00:00Z"}""", "PropertyIsReadOnly", "createdAt")]
    [TestCase("""{"name":"x","_links":{"status":{"href":"/api/v3/project_statuses/so_so"}}}""", "PropertyConstraintViolation", "status")]
    [TestCase("""{"name":"x","_links":{"status":{"href":"/api/v3/statuses/1"}}}""", "ResourceTypeMismatch", "status")]
    [TestCase("""{"name":"x","_links":{"parent":{"href":"/api/v3/projects/999999"}}}""", "PropertyConstraintViolation", "parent")]
    [TestCase("""{"name":"x","_links":{"parent":{"href":"/api/v3/users/1"}}}""", "ResourceTypeMismatch", "parent")]
    public async Task What_is_wrong_is_refused_and_named(string body, string error, string attribute)
    {
        var answer = await client.PostJsonAsync(Path, body);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
        Assert.That(answer["_embedded/details/attribute"].GetString(), Is.EqualTo(attribute));
    }

    [Test]
    public async Task A_change_changes_what_it_names_alone()
    {
        var project = await CreateAsync();

        var changed = await client.PatchJsonAsync(Self(project), """
            {"name":"Renamed","statusExplanation":{"raw":"fine"},"_links":{"status":{"href":"/api/v3/project_statuses/at_risk"}}}
            """);

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That(changed["name"].GetString(), Is.EqualTo("Renamed"));
        Assert.That(changed["identifier"].GetString(), Is.EqualTo(project["identifier"].GetString()));
        Assert.That(changed["statusExplanation/raw"].GetString(), Is.EqualTo("fine"));
        Assert.That(changed["_links/status/title"].GetString(), Is.EqualTo("At risk"));
        var cleared = await client.PatchJsonAsync(Self(project), """{"_links":{"status":{"href":null}}}""");
        Assert.That(cleared["_links/status/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Sending_back_what_was_read_is_no_error()
    {
        var project = await CreateAsync();

        Assert.That((await client.PatchJsonAsync(Self(project), project.Text)).Status, Is.EqualTo(HttpStatusCode.OK));
        var seeded = await client.GetJsonAsync(Path + "/demo-project");
        Assert.That((await client.PatchJsonAsync(Self(seeded), seeded.Text)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_project_moves_with_all_below_it()
    {
        var (upper, lower) = (await CreateAsync(), await CreateAsync());
        var leaf = await CreateAsync(Self(lower));

        var moved = await client.PatchJsonAsync(Self(lower), Below(Self(upper)));

        Assert.That(moved["_links/parent/href"].GetString(), Is.EqualTo(Self(upper)), moved.ToString());
        var ancestors = (await client.GetJsonAsync(Self(leaf)))["_links/ancestors"].EnumerateArray().Select(a => a.GetProperty("href").GetString());
        Assert.That(ancestors, Is.EqualTo(new[] { Self(upper), Self(lower) }));
        var below = await client.GetJsonAsync(Path + "?filters=" + Uri.EscapeDataString("[{\"ancestor\":{\"operator\":\"=\",\"values\":[\"" + upper["id"] + "\"]}}]"));
        Assert.That(below["total"].GetInt32(), Is.EqualTo(2));
        var circle = await client.PatchJsonAsync(Self(upper), Below(Self(leaf)));
        Assert.That(circle.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(circle["message"].GetString(), Is.EqualTo("Parent does not exist."));
        Assert.That((await client.PatchJsonAsync(Self(upper), Below(Self(upper)))).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Candidates_for_a_parent_are_sound()
    {
        var upper = await CreateAsync();
        var lower = await CreateAsync(Self(upper));

        var ofUpper = Identifiers(await client.GetJsonAsync($"{Path}/available_parent_projects?of={upper["id"]}&pageSize=1000"));
        var ofNew = Identifiers(await client.GetJsonAsync($"{Path}/available_parent_projects?pageSize=1000"));
        var ofProgram = Identifiers(await client.GetJsonAsync($"{Path}/available_parent_projects?workspace_type=program"));

        Assert.That(ofUpper, Does.Contain("demo-project").And.Not.Contain(upper["identifier"].GetString()).And.Not.Contain(lower["identifier"].GetString()));
        Assert.That(ofNew, Does.Contain(upper["identifier"].GetString()).And.Contain(lower["identifier"].GetString()).And.Contain("demo-program").And.Contain("demo-portfolio"));
        Assert.That(ofProgram, Is.EqualTo(new[] { "demo-portfolio" }));
        Assert.That((await client.GetJsonAsync($"{Path}/available_parent_projects?workspace_type=portfolio"))["total"].GetInt32(), Is.Zero);
        var refused = await client.GetJsonAsync($"{Path}/available_parent_projects?workspace_type=planet");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":BadRequest"));
    }

    [Test]
    public async Task Archiving_takes_all_below_along_and_only_comes_undone_from_above()
    {
        var upper = await CreateAsync();
        var lower = await CreateAsync(Self(upper));

        var archived = await client.PatchJsonAsync(Self(upper), new { active = false });

        Assert.That(archived["active"].GetBoolean(), Is.False, archived.ToString());
        Assert.That((await client.GetJsonAsync(Self(lower)))["active"].GetBoolean(), Is.False);
        Assert.That((await client.PatchJsonAsync(Self(lower), new { active = true })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await client.PatchJsonAsync(Self(upper), new { active = true }))["active"].GetBoolean(), Is.True);
        Assert.That((await client.PatchJsonAsync(Self(lower), new { active = true }))["active"].GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_deleted_project_is_gone_with_what_is_below_and_inside()
    {
        var upper = await CreateAsync();
        var lower = await CreateAsync(Self(upper));
        var work = await client.PostJsonAsync(Self(lower) + "/work_packages", new { subject = "Inside" });

        Assert.That((await client.DeleteJsonAsync(Self(upper))).Status, Is.EqualTo(HttpStatusCode.NoContent));

        foreach (var gone in new[] { Self(upper), Self(lower), Self(work) })
            Assert.That((await client.GetJsonAsync(gone)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.DeleteJsonAsync(Self(upper))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_form_reports_what_a_commit_would_refuse_and_its_payload_commits()
    {
        var wrong = await client.PostJsonAsync(Path + "/form", new { name = "" });
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.OK), wrong.ToString());
        Assert.That(wrong["_embedded/validationErrors"].TryGetProperty("name", out _), Is.True);
        Assert.That(wrong["_links"].TryGetProperty("commit", out _), Is.False);

        var form = await client.PostJsonAsync(Path + "/form", new { name = "By a form" });
        Assert.That(form["_embedded/payload/identifier"].GetString(), Is.EqualTo("by-a-form"));
        Assert.That(form["_embedded/schema/status/_links/allowedValues"].GetArrayLength(), Is.EqualTo(6));
        Assert.That(form["_embedded/schema/status/_embedded/allowedValues/1/id"].GetString(), Is.EqualTo("on_track"));
        Assert.That((await client.GetJsonAsync(form["_embedded/schema/parent/_links/allowedValues/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
        var created = await client.PostJsonAsync(form["_links/commit/href"].GetString()!, form["_embedded/payload"].GetRawText());
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created), created.ToString());

        var edit = await client.PostJsonAsync(created["_links/update/href"].GetString()!, new { name = "By another form" });
        Assert.That(edit["_links/commit/method"].GetString(), Is.EqualTo("patch"));
        var changed = await client.PatchJsonAsync(edit["_links/commit/href"].GetString()!, edit["_embedded/payload"].GetRawText());
        Assert.That(changed["name"].GetString(), Is.EqualTo("By another form"), changed.ToString());
    }

    [TestCase("programs")]
    [TestCase("portfolios")]
    public async Task Programs_and_portfolios_are_written_under_their_own_path(string path)
    {
        var one = (await client.GetJsonAsync("/api/v3/" + path))["_embedded/elements/0"];
        var self = $"/api/v3/{path}/{one.GetProperty("id")}";

        var form = await client.PostJsonAsync(self + "/form", new { name = one.GetProperty("name") });
        Assert.That(form["_links/commit/href"].GetString(), Is.EqualTo(self));
        Assert.That((await client.PatchJsonAsync(self, form["_embedded/payload"].GetRawText())).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.PatchJsonAsync(self, new { description = new { raw = "New" } }))["description/raw"].GetString(), Is.EqualTo("New"));
        Assert.That((await client.DeleteJsonAsync($"/api/v3/{path}/999999")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_portfolio_stays_at_the_top()
    {
        var portfolio = (await client.GetJsonAsync("/api/v3/portfolios"))["_embedded/elements/0"];

        var answer = await client.PatchJsonAsync($"/api/v3/portfolios/{portfolio.GetProperty("id")}", Below(Self(await CreateAsync())));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(answer["_embedded/details/attribute"].GetString(), Is.EqualTo("parent"));
    }

    [TestCase("/api/v3/projects/schema")]
    [TestCase("/api/v3/workspaces/schema")]
    public async Task The_schema_says_what_a_new_project_needs(string path)
    {
        var schema = await client.GetJsonAsync(path);

        Assert.That(schema["_links/self/href"].GetString(), Is.EqualTo(path));
        Assert.That(schema["name/required"].GetBoolean(), Is.True);
        Assert.That(schema["name/maxLength"].GetInt32(), Is.EqualTo(255));
        Assert.That(schema["identifier/maxLength"].GetInt32(), Is.EqualTo(100));
        Assert.That(schema["createdAt/writable"].GetBoolean(), Is.False);
        Assert.That(schema["parent/location"].GetString(), Is.EqualTo("_links"));
    }

    [TestCase("""[["name","desc"]]""")]
    [TestCase("""[["latest_activity_at","desc"],["created_at","asc"]]""")]
    [TestCase("""[["project_status","asc"]]""")]
    [TestCase("""[["public","asc"],["typeahead","asc"]]""")]
    public async Task Lists_are_sorted(string sortBy) =>
        Assert.That((await client.GetJsonAsync($"{Path}?sortBy={Uri.EscapeDataString(sortBy)}")).Status, Is.EqualTo(HttpStatusCode.OK));

    [TestCase("""[{"ancestor":{"operator":"=","values":["1"]}}]""", 2)]
    [TestCase("""[{"project_status_code":{"operator":"=","values":["on_track"]}},{"public":{"operator":"=","values":["t"]}}]""", 4)]
    [TestCase("""[{"type_id":{"operator":"=","values":["5"]}}]""", 1)]
    [TestCase("""[{"favorited":{"operator":"=","values":["t"]}}]""", 0)]
    [TestCase("""[{"user_action":{"operator":"&=","values":["work_packages/create","memberships/create"]}},{"id":{"operator":"=","values":["3"]}}]""", 1)]
    [TestCase("""[{"user_action":{"operator":"&=","values":["work_packages/create","planets/destroy"]}}]""", 0)]
    [TestCase("""[{"latest_activity_at":{"operator":"t","values":[]}},{"id":{"operator":"=","values":["3"]}}]""", 1)]
    [TestCase("""[{"created_at":{"operator":"<t-","values":["2"]}}]""", 0)]
    [TestCase("""[{"visible":{"operator":"=","values":["me"]}},{"id":{"operator":"=","values":["1","2"]}}]""", 2)]
    [TestCase("""[{"member_of":{"operator":"=","values":["t"]}},{"public":{"operator":"=","values":["t"]}}]""", 2)]
    [TestCase("""[{"templated":{"operator":"=","values":["t"]}}]""", 0)]
    public async Task Lists_are_filtered(string filters, int total)
    {
        var list = await client.GetJsonAsync($"/api/v3/workspaces?filters={Uri.EscapeDataString(filters)}");

        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        Assert.That(list["total"].GetInt32(), Is.EqualTo(total), list.ToString());
    }

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private static object Below(string parent) => new { _links = new { parent = new { href = parent } } };

    private static List<string?> Identifiers(ApiAnswer list) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("identifier").GetString())];

    private async Task<ApiAnswer> CreateAsync(string? parent = null)
    {
        var answer = await client.PostJsonAsync(Path, new { name = $"Project {++made}", _links = new { parent = new { href = parent } } });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
        return answer;
    }
}
