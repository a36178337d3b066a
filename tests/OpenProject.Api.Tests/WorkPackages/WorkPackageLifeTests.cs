using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Creating, reading, changing and removing work packages over HTTP.</summary>
[OnEachDatabase]
public sealed class WorkPackageLifeTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = (await client.GetJsonAsync(Path))["_embedded/elements/0/_links/project/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_new_work_package_has_the_defaults()
    {
        var made = await CreateAsync(new { subject = "New", description = new { raw = "# Title" }, _links = new { project = Link(project) } });

        Assert.That(made["lockVersion"].GetInt32(), Is.Zero);
        Assert.That(made["_links/status/title"].GetString(), Is.EqualTo("New"));
        Assert.That(made["_links/priority/title"].GetString(), Is.EqualTo("Normal"));
        Assert.That(made["_links/type/title"].GetString(), Is.EqualTo("Task"));
        Assert.That(made["description/html"].GetString(), Does.Contain("<h1"));
        Assert.That(made["_embedded/status/name"].GetString(), Is.EqualTo("New"));
    }

    [Test]
    public async Task A_change_counts_the_lock_version_and_derives_the_duration()
    {
        var made = await CreateAsync(new { subject = "Dates", _links = new { project = Link(project) } });

        var changed = await client.PatchJsonAsync(
            Self(made), new { lockVersion = 0, startDate = "2026-03-02", dueDate = "2026-03-06", estimatedTime = "PT10H" });

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That(changed["lockVersion"].GetInt32(), Is.EqualTo(1));
        Assert.That(changed["duration"].GetString(), Is.EqualTo("P5D"));
        Assert.That(changed["estimatedTime"].GetString(), Is.EqualTo("PT10H"));
    }

    [TestCase("""{"lockVersion":7,"subject":"x"}""", 409, "UpdateConflict")]
    [TestCase("""{"subject":"x"}""", 409, "UpdateConflict")]
    [TestCase("""{"lockVersion":0,"subject":""}""", 422, "PropertyConstraintViolation")]
    [TestCase("""{"lockVersion":0,"subject":5}""", 422, "PropertyFormatError")]
    [TestCase("""{"lockVersion":0,"createdAt":"2001-01-01T00:00:00Z"}""", 422, "PropertyIsReadOnly")]
    [TestCase("""{"lockVersion":0,"dueDate":"not a date"}""", 422, "PropertyFormatError")]
    [TestCase("""{"lockVersion":0,"startDate":"2026-03-05","dueDate":"2026-03-02"}""", 422, "PropertyConstraintViolation")]
    [TestCase("""{"lockVersion":0,"_links":{"status":{"href":"/api/v3/users/1"}}}""", 422, "ResourceTypeMismatch")]
    [TestCase("""{"lockVersion":0,"_links":{"status":{"href":"/api/v3/statuses/999"}}}""", 422, "PropertyConstraintViolation")]
    [TestCase("""{"lockVersion":0,"subject":"","dueDate":"x"}""", 422, "MultipleErrors")]
    [TestCase("""{not json""", 400, "InvalidRequestBody")]
    [TestCase("""[]""", 400, "InvalidRequestBody")]
    public async Task A_wrong_change_is_refused_and_stores_nothing(string body, int status, string error)
    {
        var made = await CreateAsync(new { subject = "Refusals", _links = new { project = Link(project) } });

        var answer = await client.PatchJsonAsync(Self(made), body);

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
        Assert.That((await client.GetJsonAsync(Self(made)))["lockVersion"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Sending_back_what_was_read_changes_nothing_and_is_no_error()
    {
        var made = await CreateAsync(new { subject = "Echo", _links = new { project = Link(project) } });

        var answer = await client.PatchJsonAsync(Self(made), made.Text);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }

    [Test]
    public async Task Parents_and_children_know_each_other_and_go_together()
    {
        var parent = await CreateAsync(new { subject = "Above", _links = new { project = Link(project) } });
        var child = await CreateAsync(new { subject = "Below", startDate = "2026-04-06", dueDate = "2026-04-07", _links = new { project = Link(project), parent = Link(Self(parent)) } });

        var above = await client.GetJsonAsync(Self(parent));
        Assert.That(above["_links/children/0/href"].GetString(), Is.EqualTo(Self(child)));
        Assert.That(above["derivedStartDate"].GetString(), Is.EqualTo("2026-04-06"));
        Assert.That(child["_links/ancestors/0/href"].GetString(), Is.EqualTo(Self(parent)));
        Assert.That((await client.DeleteJsonAsync(Self(parent))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(child))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_parent_cannot_be_put_below_its_child()
    {
        var parent = await CreateAsync(new { subject = "Above", _links = new { project = Link(project) } });
        var child = await CreateAsync(new { subject = "Below", _links = new { project = Link(project), parent = Link(Self(parent)) } });

        // The first child changed the parent's dates.
        parent = await client.GetJsonAsync(Self(parent));
        var answer = await client.PatchJsonAsync(Self(parent), new { lockVersion = parent["lockVersion"].GetInt32(), _links = new { parent = Link(Self(child)) } });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
    }

    [Test]
    public async Task A_form_reports_what_a_commit_would_refuse_and_its_payload_commits()
    {
        var empty = await client.PostJsonAsync(Path + "/form", new { _links = new { project = Link(project) } });
        Assert.That(empty.Status, Is.EqualTo(HttpStatusCode.OK), empty.ToString());
        Assert.That(empty["_embedded/validationErrors/subject/message"].GetString(), Is.EqualTo("Subject can't be blank."));
        Assert.That(empty["_links"].TryGetProperty("commit", out _), Is.False);

        var form = await client.PostJsonAsync(Path + "/form", new { subject = "From a form", _links = new { project = Link(project) } });
        Assert.That(form["_embedded/schema/status/_links/allowedValues"].GetArrayLength(), Is.EqualTo(14));
        var made = await client.PostJsonAsync(form["_links/commit/href"].GetString()!, form["_embedded/payload"].GetRawText());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["subject"].GetString(), Is.EqualTo("From a form"));
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private async Task<ApiAnswer> CreateAsync(object body)
    {
        var made = await client.PostJsonAsync(Path, JsonSerializer.Serialize(body));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }
}
