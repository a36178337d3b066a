using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Work, remaining work and % complete over HTTP, where work decides and where the status does.</summary>
[OnEachDatabase]
public sealed class ProgressTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    // The third of the workspaces that every server begins with.
    private const string Project = "/api/v3/projects/3";

    private ApiServer byWork = null!;
    private ApiServer byStatus = null!;

    [OneTimeSetUp]
    public void Start() => (byWork, byStatus) = (new ApiServer(provider), new ApiServer(provider, ("WorkPackages:Progress", "StatusBased")));

    [OneTimeTearDown]
    public void Stop()
    {
        byWork.Dispose();
        byStatus.Dispose();
    }

    [Test]
    public async Task What_is_left_open_is_derived_and_told_as_one_change()
    {
        using var client = byWork.Client();
        var made = await CreateAsync(client, new { estimatedTime = "PT10H" });
        Assert.That(Progress(made), Is.EqualTo(("PT10H", "PT10H", 0)));

        var half = await PatchAsync(client, made, new { percentageDone = 50 });
        Assert.That(Progress(half), Is.EqualTo(("PT10H", "PT5H", 50)));
        var grown = await PatchAsync(client, half, new { estimatedTime = "PT20H" });
        Assert.That(Progress(grown), Is.EqualTo(("PT20H", "PT15H", 25)));
        Assert.That(grown["lockVersion"].GetInt32(), Is.EqualTo(2));
        var activities = await client.GetJsonAsync(Self(made) + "/activities");
        Assert.That(activities["total"].GetInt32(), Is.EqualTo(1), "all within five minutes");
    }

    [Test]
    public async Task What_a_form_derives_commits_as_it_is()
    {
        using var client = byWork.Client();
        var form = await client.PostJsonAsync(Work + "/form", Body(new { remainingTime = "PT1H40M", percentageDone = 33 }));
        Assert.That(form["_embedded/payload/estimatedTime"].GetString(), Is.EqualTo("PT2H29M"));

        var made = await client.PostJsonAsync(Work, form["_embedded/payload"].GetRawText());

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(Progress(made), Is.EqualTo(("PT2H29M", "PT1H40M", 33)));
    }

    [TestCase("""{"estimatedTime":"PT1H","remainingTime":"PT2H"}""", "remainingTime")]
    [TestCase("""{"estimatedTime":"PT10H","remainingTime":"PT5H","percentageDone":10}""", "percentageDone")]
    [TestCase("""{"percentageDone":101}""", "percentageDone")]
    [TestCase("""{"estimatedTime":"-PT1H"}""", "estimatedTime")]
    public async Task What_contradicts_itself_is_refused(string change, string attribute)
    {
        using var client = byWork.Client();
        var answer = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", change.Replace("{", """{"subject":"Wrong",""", StringComparison.Ordinal));

        Assert.That((answer.Status, answer["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, attribute)), answer.ToString());
    }

    [Test]
    public async Task Those_above_sum_up_what_is_below_when_it_is_derived()
    {
        using var client = byWork.Client();
        var parent = await CreateAsync(client, new { estimatedTime = "PT2H" });
        var child = await CreateAsync(client, new { estimatedTime = "PT6H" }, parent);

        await PatchAsync(client, child, new { percentageDone = 50 });

        var above = await client.GetJsonAsync(Self(parent));
        Assert.That(
            (above["derivedEstimatedTime"].GetString(), above["derivedRemainingTime"].GetString(), above["derivedPercentageDone"].GetInt32()),
            Is.EqualTo(("PT8H", "PT5H", 38)));
        Assert.That((await client.GetJsonAsync(Self(child)))["derivedEstimatedTime"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task Where_the_status_decides_it_alone_says_how_much_is_done()
    {
        using var client = byStatus.Client();
        var made = await CreateAsync(client, new { estimatedTime = "PT10H" });
        Assert.That(Progress(made), Is.EqualTo(("PT10H", "PT10H", 0)));

        var moved = await PatchAsync(client, made, new { _links = new { status = new { href = await StatusAsync(client, "In progress") } } });
        Assert.That(Progress(moved), Is.EqualTo(("PT10H", "PT6H", 40)));
        Assert.That(Progress(await PatchAsync(client, moved, new { estimatedTime = "PT5H" })), Is.EqualTo(("PT5H", "PT3H", 40)));

        var form = await client.PostJsonAsync(Self(made) + "/form", new { });
        Assert.That(form["_embedded/schema/percentageDone/writable"].GetBoolean(), Is.False);
        Assert.That(form["_embedded/schema/remainingTime/writable"].GetBoolean(), Is.False);
        var refused = await client.PatchJsonAsync(Self(made), new { lockVersion = 2, percentageDone = 80 });
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), refused.ToString());
    }

    private static (string?, string?, int) Progress(ApiAnswer work) =>
        (work["estimatedTime"].GetString(), work["remainingTime"].GetString(), work["percentageDone"].GetInt32());

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static async Task<string> StatusAsync(HttpClient client, string name) =>
        (await client.GetJsonAsync("/api/v3/statuses"))["_embedded/elements"].EnumerateArray().Single(s => s.GetProperty("name").GetString() == name)
            .GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

    private static Dictionary<string, object> Body(object values, ApiAnswer? parent = null)
    {
        var links = new Dictionary<string, object> { ["project"] = new { href = Project } };
        if (parent is not null)
            links["parent"] = new { href = Self(parent) };
        var body = values.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(values)!);
        body["subject"] = "Counted";
        body["_links"] = links;
        return body;
    }

    private static async Task<ApiAnswer> CreateAsync(HttpClient client, object values, ApiAnswer? parent = null)
    {
        var made = await client.PostJsonAsync(Work, Body(values, parent));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private static async Task<ApiAnswer> PatchAsync(HttpClient client, ApiAnswer work, object values)
    {
        var body = values.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(values)!);
        body["lockVersion"] = (await client.GetJsonAsync(Self(work)))["lockVersion"].GetInt32();
        var changed = await client.PatchJsonAsync(Self(work), body);
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        return changed;
    }
}
