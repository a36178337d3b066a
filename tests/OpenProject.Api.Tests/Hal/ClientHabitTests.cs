using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Hal;

/// <summary>What clients of OpenProject send beside what the description says, and OpenProject takes.</summary>
[TestFixture]
public sealed class ClientHabitTests
{
    private const string WorkPackages = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";
    private string type = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        client = server.Client();
        project = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString()!;
        type = (await client.GetJsonAsync(project + "/types"))["_embedded/elements/0/_links/self/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task The_root_tells_the_release_whose_API_is_answered()
    {
        var version = (await client.GetJsonAsync("/api/v3"))["coreVersion"].GetString()!;

        // Nextcloud's set-up compares texts, others numbers.
        Assert.That(string.CompareOrdinal(version, "14.2.0"), Is.Positive);
        Assert.That(Version.Parse(version).Major, Is.EqualTo(17));
    }

    [TestCase("https://op.example.com")]
    [TestCase("http://localhost:8080/openproject")]
    public async Task Links_may_be_whole_addresses(string address)
    {
        var made = await CreateAsync(address + project, address + type);

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_links/project/href"].GetString(), made["_links/type/href"].GetString()), Is.EqualTo((project, type)));
    }

    [TestCase("ftp://op.example.com")]
    [TestCase("https://op.example.com/api/v3/other")]
    [TestCase("op.example.com")]
    public async Task What_is_no_address_of_the_API_is_no_link(string address)
    {
        var refused = await CreateAsync(project, address + type.Replace("/api/v3", "", StringComparison.Ordinal));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That(refused["errorIdentifier"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:errors:ResourceTypeMismatch"));
    }

    [Test]
    public async Task A_lock_version_may_be_text()
    {
        var made = await CreateAsync(project, type);
        var path = made["_links/self/href"].GetString()!;

        var changed = await client.PatchJsonAsync(path, new { lockVersion = made["lockVersion"].ToString(), subject = "Changed" });
        Assert.That((changed.Status, changed["subject"].GetString()), Is.EqualTo((HttpStatusCode.OK, "Changed")), changed.ToString());

        foreach (var stale in new object[] { made["lockVersion"].ToString(), "", "one", -1, 1.5, true })
            Assert.That((await client.PatchJsonAsync(path, new { lockVersion = stale, subject = "Too late" })).Status, Is.EqualTo(HttpStatusCode.Conflict), $"{stale}");
    }

    [TestCase("/api/v3/projects")]
    [TestCase("/api/v3")]
    [TestCase(WorkPackages + "/1")]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/hal+json"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [Test]
    public async Task HEAD_of_nothing_is_not_found_and_asks_for_credentials()
    {
        using var nothing = new HttpRequestMessage(HttpMethod.Head, WorkPackages + "/0");
        Assert.That((await client.AnswerAsync(nothing)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        using var stranger = new HttpRequestMessage(HttpMethod.Head, "/api/v3/projects");
        Assert.That((await server.Anonymous().AnswerAsync(stranger)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("/api/v3/capabilities/contexts/global", "/api/v3/capabilities/context/global")]
    [TestCase("/api/v3/values/schemas/startDate", "/api/v3/values/schema/startDate")]
    [TestCase("/api/v3/workspace/1/types", "/api/v3/workspaces/1/types")]
    public async Task Paths_that_are_spelt_in_two_ways_answer_in_both(string path, string ours)
    {
        var answer = await client.GetJsonAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.Text, Is.EqualTo((await client.GetJsonAsync(ours)).Text));
    }

    [TestCase("sortBy=[[\"assigned_to\",\"desc\"]]", "sortBy=[[\"assignee\",\"desc\"]]")]
    [TestCase("sortBy=[[\"fixed_version\",\"asc\"]]", "sortBy=[[\"version\",\"asc\"]]")]
    [TestCase("sortBy=[[\"done_ratio\",\"desc\"]]", "sortBy=[[\"percentageDone\",\"desc\"]]")]
    [TestCase("groupBy=assigned_to", "groupBy=assignee")]
    public async Task What_is_filtered_by_an_older_name_is_sorted_and_grouped_by_it(string query, string ours)
    {
        var (older, newer) = (await client.GetJsonAsync($"{WorkPackages}?{query}"), await client.GetJsonAsync($"{WorkPackages}?{ours}"));

        Assert.That(older.Status, Is.EqualTo(HttpStatusCode.OK), older.ToString());
        Assert.That(IdsOf(older), Is.EqualTo(IdsOf(newer)).And.Not.Empty);
    }

    private static long[] IdsOf(ApiAnswer list) => [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64())];

    private Task<ApiAnswer> CreateAsync(string inProject, string ofType) => client.PostJsonAsync(
        WorkPackages, new { subject = "From elsewhere", _links = new { project = new { href = inProject }, type = new { href = ofType } } });
}
