using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Filters, order, pages, groups, sums and <c>select</c> over HTTP.</summary>
[OnEachDatabase]
public sealed class WorkPackageQueryTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        var project = (await client.GetJsonAsync(Path))["_embedded/elements/0/_links/project/href"].GetString()!;
        foreach (var (name, hours) in new[] { ("Zulu 0", 1), ("Zulu 1", 2), ("Zulu 2", 3), ("Yankee 0", 4), ("Yankee 1", 5) })
        {
            var made = await client.PostJsonAsync(Path, new { subject = name, estimatedTime = $"PT{hours}H", _links = new { project = new { href = project } } });
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        }
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"estimatedTime":{"operator":">=","values":["2"]}}]""", 2)]
    [TestCase("""[{"search":{"operator":"**","values":["yankee 1"]}}]""", 1)]
    [TestCase("""[{"subject":{"operator":"~","values":["100%"]}}]""", 0)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"status":{"operator":"c","values":[]}}]""", 0)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"status":{"operator":"o","values":null}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"assignee":{"operator":"!*","values":[]}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"author":{"operator":"=","values":["me"]}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"createdAt":{"operator":"t","values":[]}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"dueDate":{"operator":"!*","values":[]}}]""", 3)]
    [TestCase("""[{"subject":{"operator":"~","values":["zulu"]}},{"updated_at":{"operator":">t-","values":["1"]}}]""", 3)]
    public async Task Filters_leave_what_fulfils_all_of_them(string filters, int total)
    {
        var answer = await client.GetJsonAsync($"{Path}?filters={Uri.EscapeDataString(filters)}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["total"].GetInt32(), Is.EqualTo(total));
    }

    [TestCase("filters=[{oops")]
    [TestCase("""filters=[{"nonsense":{"operator":"=","values":["1"]}}]""")]
    [TestCase("""filters=[{"subject":{"operator":">>","values":["1"]}}]""")]
    [TestCase("""filters=[{"type":{"operator":"=","values":["x"]}}]""")]
    [TestCase("""sortBy=[["nonsense","asc"]]""")]
    [TestCase("""sortBy=[["id","sideways"]]""")]
    [TestCase("groupBy=nonsense")]
    public async Task What_cannot_be_understood_is_an_invalid_query(string query)
    {
        var answer = await client.GetJsonAsync($"{Path}?{query}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":InvalidQuery"));
    }

    [Test]
    public async Task A_word_is_searched_for_up_to_a_thousand_characters()
    {
        Task<ApiAnswer> AskAsync(int length) => client.GetJsonAsync(
            $"{Path}?filters=[{{\"subject\":{{\"operator\":\"~\",\"values\":[\"{new string('_', length)}\"]}}}}]");

        Assert.That((await AskAsync(1000))["total"].GetInt32(), Is.Zero);
        Assert.That((await AskAsync(1001)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Every_sort_key_and_group_answers()
    {
        foreach (var key in new[]
        {
            "id", "project", "subject", "type", "status", "priority", "author", "assignee", "responsible", "category", "version", "startDate",
            "dueDate", "createdAt", "updatedAt", "estimatedTime", "remainingTime", "percentageDone", "duration", "storyPoints", "position",
        })
        {
            var answer = await client.GetJsonAsync($"{Path}?sortBy=[[\"{key}\",\"desc\"]]");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), key + answer);
        }

        foreach (var key in new[] { "type", "status", "priority", "project", "author", "assignee", "responsible", "category", "version", "percentageDone" })
        {
            var answer = await client.GetJsonAsync($"{Path}?groupBy={key}&showSums=true");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), key + answer);
            Assert.That(answer["groups"].EnumerateArray().Sum(g => g.GetProperty("count").GetInt32()), Is.EqualTo(answer["total"].GetInt32()), key);
        }
    }

    [Test]
    public async Task Pages_are_cut_from_a_stable_order_and_linked()
    {
        var filters = Uri.EscapeDataString("""[{"subject":{"operator":"~","values":["zulu"]}}]""");
        var answer = await client.GetJsonAsync($"{Path}?filters={filters}&sortBy=[[\"subject\",\"desc\"]]&pageSize=1&offset=2");
        Assert.That(answer["_embedded/elements/0/subject"].GetString(), Is.EqualTo("Zulu 1"));
        Assert.That(answer["total"].GetInt32(), Is.EqualTo(3));
        var next = await client.GetJsonAsync(answer["_links/nextByOffset/href"].GetString()!);
        Assert.That(next["_embedded/elements/0/subject"].GetString(), Is.EqualTo("Zulu 0"));
        var previous = await client.GetJsonAsync(answer["_links/previousByOffset/href"].GetString()!);
        Assert.That(previous["_embedded/elements/0/subject"].GetString(), Is.EqualTo("Zulu 2"));
    }

    [Test]
    public async Task Sums_and_page_size_zero()
    {
        var filters = Uri.EscapeDataString("""[{"subject":{"operator":"~","values":["zulu"]}}]""");
        var answer = await client.GetJsonAsync($"{Path}?filters={filters}&showSums=true&pageSize=0");
        Assert.That(answer["count"].GetInt32(), Is.Zero);
        Assert.That(answer["total"].GetInt32(), Is.EqualTo(3));
        Assert.That(answer["totalSums/estimatedTime"].GetString(), Is.EqualTo("PT6H"));
    }

    [Test]
    public async Task Select_answers_with_what_was_selected()
    {
        var answer = await client.GetJsonAsync(Path + "?select=total,elements/id,elements/subject");
        var element = answer["_embedded/elements/0"].EnumerateObject().Select(m => m.Name);
        Assert.That(element, Is.EquivalentTo(new[] { "id", "subject" }));
        var wrong = await client.GetJsonAsync(Path + "?select=elements/nonsense");
        Assert.That(wrong["errorIdentifier"].GetString(), Does.EndWith(":InvalidSignal"), wrong.ToString());
    }

    [Test]
    public async Task Many_filter_values_are_one_parameter()
    {
        var values = string.Join(',', Enumerable.Range(1, 3_000));
        var answer = await client.GetJsonAsync($"{Path}?filters=[{{\"id\":{{\"operator\":\"=\",\"values\":[{values}]}}}}]");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }
}
