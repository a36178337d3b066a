using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Versions;

/// <summary>Writing versions over HTTP, and what becomes of the work packages that are planned for them.</summary>
[OnEachDatabase]
public sealed class VersionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/versions";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private ApiAnswer top = null!;
    private ApiAnswer below = null!;
    private ApiAnswer beside = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        top = await client.PostJsonAsync("/api/v3/projects", new { name = "Top" });
        below = await client.PostJsonAsync("/api/v3/projects", new { name = "Below", _links = new { parent = new { href = Self(top) } } });
        beside = await client.PostJsonAsync("/api/v3/projects", new { name = "Beside", _links = new { parent = new { href = Self(top) } } });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_version_is_made_changed_and_removed()
    {
        var made = await client.PostJsonAsync(Path, new { name = "1.0", description = new { raw = "First" }, startDate = "2026-03-02", _links = Defining(top) });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["status"].GetString(), made["sharing"].GetString(), made["description/format"].GetString()), Is.EqualTo(("open", "none", "plain")));
        foreach (var rel in new[] { "update", "updateImmediately", "delete" })
            Assert.That(made["_links"].TryGetProperty(rel, out _), Is.True, rel);

        var changed = await client.PatchJsonAsync(Self(made), new { endDate = "2026-03-31", status = "locked", sharing = "system" });
        Assert.That((changed.Status, changed["endDate"].GetString(), changed["status"].GetString()), Is.EqualTo((HttpStatusCode.OK, "2026-03-31", "locked")), changed.ToString());
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{"name":""}""", "name", "PropertyConstraintViolation")]
    [TestCase("""{"name":"Taken"}""", "name", "PropertyConstraintViolation")]
    [TestCase("""{"endDate":"2026-03-01"}""", "endDate", "PropertyConstraintViolation")]
    [TestCase("""{"status":"finished"}""", "status", "PropertyConstraintViolation")]
    [TestCase("""{"sharing":"all"}""", "sharing", "PropertyConstraintViolation")]
    [TestCase("""{"_links":{"definingProject":{"href":"/api/v3/projects/1"}}}""", "definingProject", "PropertyIsReadOnly")]
    [TestCase("""{"startDate":"soon"}""", "startDate", "PropertyFormatError")]
    public async Task A_wrong_change_is_refused(string change, string attribute, string error)
    {
        await client.PostJsonAsync(Path, new { name = "Taken", _links = Defining(below) });
        var made = await client.PostJsonAsync(Path, new { name = $"Wrong {change.GetHashCode(StringComparison.Ordinal)}", startDate = "2026-03-02", _links = Defining(below) });

        var answer = await client.PatchJsonAsync(Self(made), change);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((attribute, error)));
    }

    [Test]
    public async Task A_form_names_the_projects_and_commits()
    {
        var form = await client.PostJsonAsync(Path + "/form", new { name = "From a form", _links = Defining(top) });
        Assert.That(form["_embedded/schema/definingProject/_links/allowedValues/href"].GetString(), Is.EqualTo(Path + "/available_projects"), form.ToString());
        var made = await client.PostJsonAsync(form["_links/commit/href"].GetString()!, form["_embedded/payload"].GetRawText());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());

        var edit = await client.PostJsonAsync(Self(made) + "/form", new { name = "" });
        Assert.That(edit["_embedded/validationErrors/name/message"].GetString(), Is.EqualTo("Name can't be blank."));
        Assert.That(edit["_embedded/schema/definingProject/writable"].GetBoolean(), Is.False);
        Assert.That((await client.GetJsonAsync(Path + "/available_projects"))["total"].GetInt32(), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task What_is_removed_or_shared_less_is_taken_from_work_packages_with_a_journal()
    {
        var version = Self(await client.PostJsonAsync(Path, new { name = "Shared", sharing = "descendants", _links = Defining(top) }));
        var (own, others) = (await PlanAsync(top, version), await PlanAsync(below, version));

        await client.PatchJsonAsync(version, new { sharing = "none" });
        Assert.That(await VersionOfAsync(own), Is.EqualTo((version, 0)));
        Assert.That(await VersionOfAsync(others), Is.EqualTo(((string?)null, 1)));

        await client.DeleteJsonAsync(version);
        Assert.That(await VersionOfAsync(own), Is.EqualTo(((string?)null, 1)));
        var state = await client.GetJsonAsync(own + "/activities");
        Assert.That(state["total"].GetInt32(), Is.EqualTo(1), "the journal of its making still runs");
    }

    [Test]
    public async Task Only_open_versions_take_work_packages_and_what_is_planned_may_stay()
    {
        var version = Self(await client.PostJsonAsync(Path, new { name = "Soon full", _links = Defining(top) }));
        var work = await PlanAsync(top, version);
        await client.PatchJsonAsync(version, new { status = "locked" });

        var late = await client.PostJsonAsync($"{Self(top)}/work_packages", new { subject = "Late", _links = new { version = new { href = version } } });
        Assert.That((late.Status, late["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "version")), late.ToString());
        var renamed = await client.PatchJsonAsync(work, new { lockVersion = 0, subject = "Early", _links = new { version = new { href = version } } });
        Assert.That(renamed.Status, Is.EqualTo(HttpStatusCode.OK), renamed.ToString());
    }

    [Test]
    public async Task Work_that_is_closed_rests_with_its_closed_version()
    {
        var version = Self(await client.PostJsonAsync(Path, new { name = "Done", _links = Defining(top) }));
        var work = await PlanAsync(top, version);
        Task<ApiAnswer> MoveAsync(int lockVersion, string status) =>
            client.PatchJsonAsync(work, new { lockVersion, _links = new { status = new { href = StatusOf(status) } } });
        await MoveAsync(0, "Closed");
        await client.PatchJsonAsync(version, new { status = "closed" });

        var form = await client.PostJsonAsync(work + "/form", new { });
        Assert.That(form["_embedded/schema/status/writable"].GetBoolean(), Is.False);
        var reopened = await MoveAsync(1, "New");
        Assert.That((reopened.Status, reopened["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "base")), reopened.ToString());
        Assert.That((await MoveAsync(1, "Rejected")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("none", 201)]
    [TestCase("descendants", 201)]
    [TestCase("hierarchy", 422)]
    [TestCase("tree", 422)]
    [TestCase("system", 422)]
    public async Task Sharing_upwards_is_for_those_who_manage_the_top_and_with_all_for_administrators(string sharing, int status)
    {
        using var manager = await server.ClientOfAsync("manager-of-below");
        if ((await manager.GetJsonAsync(Self(below))).Status != HttpStatusCode.OK)
            await server.JoinAsync("manager-of-below", below["id"].GetInt64(), "Project admin");

        var made = await manager.PostJsonAsync(Path, new { name = "By " + sharing, sharing, _links = Defining(below) });

        Assert.That((int)made.Status, Is.EqualTo(status), made.ToString());
        Assert.That((int)(await client.PostJsonAsync(Path, new { name = "Admin " + sharing, sharing, _links = Defining(below) })).Status, Is.EqualTo(201));
        var elsewhere = await manager.PostJsonAsync(Path, new { name = "Elsewhere " + sharing, _links = Defining(beside) });
        Assert.That(elsewhere.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), elsewhere.ToString());
    }

    private static object Defining(ApiAnswer project) => new { definingProject = new { href = Self(project) } };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    // In the order in which every server begins with them.
    private static string StatusOf(string name) =>
        $"/api/v3/statuses/{name switch { "New" => 1, "Closed" => 12, "Rejected" => 14, _ => throw new ArgumentException(name, nameof(name)) }}";

    private async Task<string> PlanAsync(ApiAnswer project, string version)
    {
        var made = await client.PostJsonAsync($"{Self(project)}/work_packages", new { subject = "Planned", _links = new { version = new { href = version } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task<(string? Version, int LockVersion)> VersionOfAsync(string work)
    {
        var read = await client.GetJsonAsync(work);
        return (read["_links/version/href"].GetString(), read["lockVersion"].GetInt32());
    }
}
