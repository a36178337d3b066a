using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Relations;

/// <summary>Relations over HTTP: from creation to removal, what is refused, what lists can be asked.</summary>
[OnEachDatabase]
public sealed class RelationTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Related" }));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_relation_lives_from_its_creation_to_its_removal()
    {
        var (one, other) = (await MakeAsync("One"), await MakeAsync("Other"));

        var made = await RelateAsync(one, other, new { type = "follows", lag = 2, description = "First the ground" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["name"].GetString()), Is.EqualTo(("Relation", "follows")));
        Assert.That((made["type"].GetString(), made["reverseType"].GetString(), made["lag"].GetInt32()), Is.EqualTo(("follows", "precedes", 2)));
        Assert.That((made["_links/from/href"].GetString(), made["_links/to/title"].GetString()), Is.EqualTo((one, "Other")));
        Assert.That((made["_embedded/from/subject"].GetString(), made["_embedded/to/subject"].GetString()), Is.EqualTo(("One", "Other")));

        var changed = await client.PatchJsonAsync(Self(made), new { lag = 0, description = (string?)null });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That((changed["lag"].GetInt32(), changed["description"].ValueKind), Is.EqualTo((0, JsonValueKind.Null)));

        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("precedes", "follows")]
    [TestCase("blocked", "blocks")]
    [TestCase("duplicated", "duplicates")]
    [TestCase("partof", "includes")]
    [TestCase("required", "requires")]
    public async Task What_reads_backwards_is_answered_from_the_other_end(string sent, string stored)
    {
        var (one, other) = (await MakeAsync("One"), await MakeAsync("Other"));

        var made = await RelateAsync(one, other, new { type = sent });

        Assert.That((made["type"].GetString(), made["reverseType"].GetString()), Is.EqualTo((stored, sent)), made.ToString());
        Assert.That((made["_links/from/href"].GetString(), made["_links/to/href"].GetString()), Is.EqualTo((other, one)));
        Assert.That(made.Body.TryGetProperty("lag", out _), Is.EqualTo(stored == "follows"));
    }

    [Test]
    public async Task Another_type_may_swap_the_ends_but_nobody_exchanges_them()
    {
        var (one, other, third) = (await MakeAsync("One"), await MakeAsync("Other"), await MakeAsync("Third"));
        var made = await RelateAsync(one, other, new { type = "relates" });

        var swapped = await client.PatchJsonAsync(Self(made), new { type = "blocked" });
        Assert.That((swapped["type"].GetString(), swapped["_links/from/href"].GetString()), Is.EqualTo(("blocks", other)), swapped.ToString());
        var exchanged = await client.PatchJsonAsync(Self(made), new { _links = new { to = new { href = third } } });
        Assert.That(exchanged["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), exchanged.ToString());
        var echoed = await client.PatchJsonAsync(Self(made), swapped.Text);
        Assert.That(echoed.Status, Is.EqualTo(HttpStatusCode.OK), echoed.ToString());
    }

    [Test]
    public async Task Two_are_related_once()
    {
        var (one, other) = (await MakeAsync("One"), await MakeAsync("Other"));
        await RelateAsync(one, other, new { type = "follows" });

        Assert.That((await RelateAsync(one, other, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await RelateAsync(other, one, new { type = "relates" })).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Many_who_relate_two_at_once_relate_them_once()
    {
        var (one, other) = (await MakeAsync("One"), await MakeAsync("Other"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            i % 2 == 0 ? RelateAsync(one, other, new { type = "relates" }) : RelateAsync(other, one, new { type = "requires" })));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Conflict), Is.EqualTo(7));
    }

    [Test]
    public async Task Two_that_wait_for_each_other_at_once_leave_one_relation()
    {
        var (one, two, three) = (await MakeAsync("1"), await MakeAsync("2"), await MakeAsync("3"));

        var answers = await Task.WhenAll(
            RelateAsync(one, two, new { type = "follows" }), RelateAsync(two, three, new { type = "follows" }), RelateAsync(three, one, new { type = "follows" }));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Created), Is.EqualTo(2));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity), Is.EqualTo(1));
    }

    [TestCase("follows")]
    [TestCase("blocks")]
    [TestCase("includes")]
    [TestCase("requires")]
    [TestCase("duplicates")]
    public async Task Nothing_depends_on_itself(string type)
    {
        var (one, two, three) = (await MakeAsync("1"), await MakeAsync("2"), await MakeAsync("3"));
        await RelateAsync(one, two, new { type });
        await RelateAsync(two, three, new { type });

        foreach (var (from, to) in new[] { (three, one), (two, one), (three, two) })
        {
            var refused = await RelateAsync(from, to, new { type });
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
            Assert.That(refused["_embedded/details/attribute"].GetString(), Is.EqualTo("base"));
        }

        Assert.That((await RelateAsync(three, one, new { type = "relates" })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Nothing_follows_what_waits_for_it_through_the_hierarchy()
    {
        var parent = await MakeAsync("Above");
        var (child, brother) = (await MakeAsync("Below", parent), await MakeAsync("Beside", parent));
        var outside = await MakeAsync("Outside");

        Assert.That((await RelateAsync(child, parent, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "its parent");
        Assert.That((await RelateAsync(parent, child, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "its child");
        Assert.That((await RelateAsync(child, brother, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.Created), "its brother");
        Assert.That((await RelateAsync(parent, outside, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.Created), "another one");
        Assert.That((await RelateAsync(outside, brother, new { type = "follows" })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "what its parent precedes");
        Assert.That((await RelateAsync(child, outside, new { type = "blocks" })).Status, Is.EqualTo(HttpStatusCode.Created), "another type");
    }

    [Test]
    public async Task Nothing_moves_below_what_waits_for_it()
    {
        var (parent, work) = (await MakeAsync("Above"), await MakeAsync("Work"));
        await RelateAsync(parent, work, new { type = "follows" });

        var moved = await client.PatchJsonAsync(work, new { lockVersion = 0, _links = new { parent = new { href = parent } } });

        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), moved.ToString());
        Assert.That(moved["_embedded/details/attribute"].GetString(), Is.EqualTo("parent"));
    }

    [Test]
    public async Task What_moves_is_judged_where_it_comes_to_be()
    {
        var (before, after) = (await MakeAsync("Before"), await MakeAsync("After"));
        var work = await MakeAsync("Work", before);
        await RelateAsync(after, before, new { type = "follows" });

        var moved = await client.PatchJsonAsync(work, new { lockVersion = (await client.GetJsonAsync(work))["lockVersion"].GetInt32(), _links = new { parent = new { href = after } } });

        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
    }

    [TestCase("""{"type":"loves","_links":{"to":{"href":"OTHER"}}}""", "type", "PropertyConstraintViolation")]
    [TestCase("""{"type":"follows","lag":-1,"_links":{"to":{"href":"OTHER"}}}""", "lag", "PropertyConstraintViolation")]
    [TestCase("""{"type":"follows","lag":"two","_links":{"to":{"href":"OTHER"}}}""", "lag", "PropertyFormatError")]
    [TestCase("""{"type":"follows"}""", "to", "PropertyConstraintViolation")]
    [TestCase("""{"type":"follows","_links":{"to":{"href":"ONE"}}}""", "to", "PropertyConstraintViolation")]
    [TestCase("""{"type":"follows","_links":{"to":{"href":"/api/v3/work_packages/999999"}}}""", "to", "PropertyConstraintViolation")]
    [TestCase("""{"type":"follows","_links":{"to":{"href":"/api/v3/users/1"}}}""", "to", "ResourceTypeMismatch")]
    public async Task What_cannot_be_is_refused(string body, string attribute, string error)
    {
        var (one, other) = (await MakeAsync("One"), await MakeAsync("Other"));

        var answer = await client.PostJsonAsync(one + "/relations", body.Replace("OTHER", other, StringComparison.Ordinal).Replace("ONE", one, StringComparison.Ordinal));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error), answer.ToString());
        Assert.That(answer["_embedded/details/attribute"].GetString(), Is.EqualTo(attribute));
    }

    [Test]
    public async Task Lists_are_filtered_by_ends_and_types()
    {
        var (one, two, three) = (await MakeAsync("1"), await MakeAsync("2"), await MakeAsync("3"));
        var (follows, blocks) = (await RelateAsync(one, two, new { type = "follows" }), await RelateAsync(three, one, new { type = "blocks" }));

        async Task<string[]> FoundAsync(string filter, params string[] values) =>
            Selves(await client.GetJsonAsync($"/api/v3/relations?sortBy=[[\"id\",\"asc\"]]&filters=" + Uri.EscapeDataString(JsonSerializer.Serialize(
                new[] { new Dictionary<string, object> { [filter] = new { @operator = "=", values } } }))));
        Assert.That(await FoundAsync("involved", IdOf(one)), Is.EqualTo(new[] { Self(follows), Self(blocks) }));
        Assert.That(await FoundAsync("from", IdOf(one)), Is.EqualTo(new[] { Self(follows) }));
        Assert.That(await FoundAsync("to", IdOf(one), IdOf(two)), Is.EqualTo(new[] { Self(follows), Self(blocks) }));
        Assert.That(await FoundAsync("id", IdOf(Self(blocks))), Is.EqualTo(new[] { Self(blocks) }));
        Assert.That(await FoundAsync("type", "follows"), Does.Contain(Self(follows)).And.Not.Contain(Self(blocks)));
        Assert.That(Selves(await client.GetJsonAsync(one + "/relations")), Is.EquivalentTo(new[] { Self(follows), Self(blocks) }));
        Assert.That(Selves(await client.GetJsonAsync(two + "/relations")), Is.EqualTo(new[] { Self(follows) }));
        Assert.That((await client.GetJsonAsync("/api/v3/relations?filters=" + Uri.EscapeDataString("""[{"type":{"operator":"=","values":["loves"]}}]"""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Work_packages_are_found_by_their_relations()
    {
        var (one, two, three) = (await MakeAsync("1"), await MakeAsync("2"), await MakeAsync("3"));
        await RelateAsync(one, two, new { type = "follows" });
        await RelateAsync(one, three, new { type = "relates" });

        async Task<string[]> FoundAsync(string filter, string of) => Selves(await client.GetJsonAsync(Work + "?filters=" + Uri.EscapeDataString(
            $$$"""[{"{{{filter}}}":{"operator":"=","values":["{{{IdOf(of)}}}"]}}]""")));
        Assert.That(await FoundAsync("follows", two), Is.EqualTo(new[] { one }));
        Assert.That(await FoundAsync("precedes", one), Is.EqualTo(new[] { two }));
        Assert.That(await FoundAsync("relates", one), Is.EqualTo(new[] { three }));
        Assert.That(await FoundAsync("relates", three), Is.EqualTo(new[] { one }));
        Assert.That(await FoundAsync("blocks", two), Is.Empty);
    }

    [Test]
    public async Task Candidates_could_be_related()
    {
        var other = await MakeAsync("Candidate other");
        var (one, two, three) = (await MakeAsync("Candidate 1"), await MakeAsync("Candidate 2"), await MakeAsync("Candidate 3"));
        var below = await MakeAsync("Candidate below", three);
        await RelateAsync(one, two, new { type = "follows" });
        await RelateAsync(three, one, new { type = "follows" });

        async Task<string[]> CandidatesAsync(string of, string type) =>
            Selves(await client.GetJsonAsync($"{of}/available_relation_candidates?query=candidate&type={type}&pageSize=50"));
        Assert.That(await CandidatesAsync(two, "follows"), Is.EqualTo(new[] { other }), "what waits for it");
        Assert.That(await CandidatesAsync(two, "precedes"), Is.EqualTo(new[] { other, three, below }), "related already");
        Assert.That(await CandidatesAsync(two, "relates"), Is.EqualTo(new[] { other, three, below }));
        Assert.That(await CandidatesAsync(below, "precedes"), Is.EqualTo(new[] { other }), "what it waits for");
        Assert.That(await CandidatesAsync(three, "parent"), Is.EqualTo(new[] { other, one, two }));
        Assert.That(await CandidatesAsync(three, "child"), Is.EqualTo(new[] { other, one, two }));
        Assert.That((await client.GetJsonAsync(one + "/available_relation_candidates?type=loves")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var byId = await client.GetJsonAsync($"{one}/available_relation_candidates?query={IdOf(other)}");
        Assert.That((Selves(byId), byId["pageSize"].GetInt32()), Is.EqualTo((new[] { other }, 10)));
    }

    [Test]
    public async Task Relations_go_with_either_end()
    {
        var (one, other, child) = (await MakeAsync("One"), await MakeAsync("Other"), "");
        child = await MakeAsync("Below", other);
        var (direct, below) = (await RelateAsync(one, other, new { type = "relates" }), await RelateAsync(child, one, new { type = "blocks" }));

        Assert.That((await client.DeleteJsonAsync(other)).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Assert.That((await client.GetJsonAsync(Self(direct))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(Self(below))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(one)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string IdOf(string href) => href.Split('/')[^1];

    private static string[] Selves(ApiAnswer list) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!)];

    private async Task<string> MakeAsync(string subject, string? parent = null)
    {
        var made = await client.PostJsonAsync(Work, new { subject, _links = new { project = new { href = project }, parent = new { href = parent } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private Task<ApiAnswer> RelateAsync(string one, string other, object what)
    {
        var body = JsonSerializer.SerializeToNode(what)!.AsObject();
        body["_links"] = JsonSerializer.SerializeToNode(new { to = new { href = other } });
        return client.PostJsonAsync(one + "/relations", body.ToJsonString());
    }
}
