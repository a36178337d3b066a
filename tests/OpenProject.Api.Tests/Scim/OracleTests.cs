using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>
/// What the server makes of a thousand filters and a thousand changes at random, beside what npm's <c>scim2-parse-filter</c> and
/// <c>scim-patch</c> make of them. Where they are known to differ, the sentence of the RFC that tells who is right stands here.
/// </summary>
[TestFixture]
public sealed class OracleTests
{
    private const int Filters = 1000;
    private const int Changes = 1000;
    private const int Seed = 7644;

    private static readonly string[] Given = ["ada", "bob", "cleo", "dan", "eve", "fay"];
    private static readonly string[] Family = ["lovelace", "byron", "smith", "jones"];

    private readonly NodeProject oracles = new("scim-oracles");
    private Random random = new(Seed);
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        await oracles.InstallAsync();
        world = await ScimWorld.StartAsync(DatabaseProvider.Sqlite);
    }

    [OneTimeTearDown]
    public void Stop() => world?.Dispose();

    // What is random in a test is the same whichever ran before.
    [SetUp]
    public void BeginAnew() => random = new Random(Seed);

    [Test]
    public async Task Filters_mean_the_same()
    {
        for (var number = 0; number < 40; number++)
            await MakeUserAsync(number);
        for (var number = 0; number < 5; number++)
            await world.GroupAsync($"group {number}", await IdsAsync($"Users?count={number * 3}&startIndex={number + 2}"));
        var admin = (await IdsAsync("Users?filter=userName eq \"admin\"")).Single();
        var users = (await world.Client.GetJsonAsync($"/scim_v2/Users?filter=id ne \"{admin}\""))["Resources"];
        var filters = Enumerable.Range(0, Filters).Select(_ => AnyFilter(depth: 3)).ToList();

        var expected = await AskAsync(users, filters.ConvertAll(filter => filter.Theirs), []);

        var (some, most) = (0, 0);
        for (var at = 0; at < filters.Count; at++)
        {
            var found = await IdsAsync($"Users?count=100&filter={Uri.EscapeDataString(filters[at].Ours)}");
            Assert.That(found.Except([admin]), Is.EqualTo(expected["filters"]![at]!.AsArray().Select(id => id!.GetValue<string>()).ToList()), filters[at].Ours);
            some += found.Length > 0 ? 1 : 0;
            most += found.Length < 41 ? 1 : 0;
        }

        // Filters that find nothing, or everything, would agree about little.
        Assert.That(some, Is.GreaterThan(Filters / 2));
        Assert.That(most, Is.GreaterThan(Filters / 2));
        Assert.That(filters.Distinct().Count(), Is.GreaterThan(Filters * 3 / 4));
    }

    [Test]
    public async Task Changes_do_the_same()
    {
        var users = new List<string>();
        for (var number = 100; number < 110; number++)
            users.Add(await MakeUserAsync(number));
        var group = await world.GroupAsync("changed", users[0], users[1]);
        var changes = new List<(JsonElement Before, string Operations, ApiAnswer After)>();
        for (var at = 0; at < Changes; at++)
        {
            var ofGroup = random.Next(2) == 0;
            var path = ofGroup ? "Groups/" + group : "Users/" + Any(users);
            var operations = $"[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => ofGroup ? OfGroup(users) : OfUser()))}]";
            var before = (await world.Client.GetJsonAsync("/scim_v2/" + path)).Body;
            changes.Add((before, operations, await world.PatchAsync(path, operations[1..^1])));
        }

        var answers = await AskAsync(
            JsonElement.Parse("[]"), [], changes.ConvertAll(change => (JsonNode)new JsonObject { ["before"] = JsonNode.Parse(change.Before.GetRawText()), ["operations"] = JsonNode.Parse(change.Operations) }));

        var (refused, changed) = (0, 0);
        for (var at = 0; at < changes.Count; at++)
        {
            var (expected, change) = (answers["changes"]![at], changes[at]);
            Assert.That(change.After.Status, Is.EqualTo(expected is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK), change.ToString());
            if (expected is not null)
                Assert.That(Comparable(JsonNode.Parse(change.After.Text)!), Is.EqualTo(Comparable(expected)), $"{change} gave {expected.ToJsonString()}");
            refused += expected is null ? 1 : 0;
            changed += expected is not null && Comparable(expected) != Comparable(JsonNode.Parse(change.Before.GetRawText())!) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{changed} changed something, {refused} were refused.");
        Assert.That(changed, Is.GreaterThan(Changes / 2));
    }

    private async Task<JsonNode> AskAsync(JsonElement resources, IReadOnlyList<string> filters, IReadOnlyList<JsonNode> changes)
    {
        var questions = new JsonObject
        {
            ["resources"] = JsonNode.Parse(resources.GetRawText()),
            ["filters"] = new JsonArray([.. filters.Select(filter => (JsonNode)filter)]),
            ["changes"] = new JsonArray([.. changes]),
        };
        var (code, output) = await oracles.RunAsync("node", ["answer.mjs"], questions.ToJsonString());
        Assert.That(code, Is.Zero, output);
        return JsonNode.Parse(output)!;
    }

    private async Task<string> MakeUserAsync(int number)
    {
        var body = ScimWorld.User($"{Any(Given)}{number}", random.Next(2) == 0 ? null : $"ext-{number}");
        body["name"] = new { givenName = Any(Given), familyName = Any(Family) };
        body["active"] = random.Next(3) > 0;
        body["displayName"] = random.Next(2) == 0 ? null : Any(Given) + " " + Any(Family);
        return (await world.Client.PostJsonAsync("/scim_v2/Users", body))["id"].GetString()!;
    }

    private async Task<string[]> IdsAsync(string path)
    {
        var answer = await world.Client.GetJsonAsync("/scim_v2/" + path);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), path + answer);
        return [.. answer["Resources"].EnumerateArray().Select(resource => resource.GetProperty("id").GetString()!)];
    }

    // The same filter in the words of each, where the two read one text differently.
    private (string Ours, string Theirs) AnyFilter(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return AnyTest();
        var (left, right) = (AnyFilter(depth - 1), AnyFilter(depth - 1));
        return random.Next(5) switch
        {
            0 => ($"{left.Ours} and {right.Ours}", $"{left.Theirs} and {right.Theirs}"),
            1 => ($"{left.Ours} or {right.Ours}", $"{left.Theirs} or {right.Theirs}"),
            2 => ($"({left.Ours} or {right.Ours})", $"({left.Theirs} or {right.Theirs})"),
            3 => ($"not ({left.Ours})", $"not ({left.Theirs})"),
            _ => ($"({left.Ours}) AND ({right.Ours})", $"({left.Theirs}) and ({right.Theirs})"),
        };
    }

    private (string Ours, string Theirs) AnyTest()
    {
        var name = Any("userName", "name.givenName", "name.familyName", "displayName", "externalId", "emails.value");
        var value = JsonSerializer.Serialize(Part(Any(Any(Given), Any(Family), "ext-1", Any(Given) + random.Next(40), "example.net")));
        var comparison = Any("eq", "co", "sw", "ew", "gt", "ge", "lt", "le");
        return random.Next(12) switch
        {
            // RFC 7643 section 2.5: unassigned and null are the same, so what is missing is not equal to anything.
            0 => ($"{name} ne {value}", $"not ({name} eq {value})"),
            1 => ($"{name} pr", $"{name} pr"),

            // RFC 7643 section 2.5: an empty list is unassigned.
            2 => ("groups pr", "groups.value pr"),
            3 => Same($"active eq {Any("true", "false")}"),
            4 => Same($"emails[type eq \"work\" and value {comparison} {value}]"),
            5 => Same($"emails[type eq \"home\" or value {comparison} {value}]"),

            // RFC 7644 section 3.4.2.2: without sub-attribute, the values of a list are compared.
            6 => ($"emails {comparison} {value}", $"emails.value {comparison} {value}"),
            7 => Same($"meta.resourceType eq \"{Any("User", "Group")}\""),

            // RFC 7643 section 2.2: case does not matter unless an attribute says so. The resources here are lower case.
            8 => ($"userName {comparison} {value.ToUpperInvariant()}", $"userName {comparison} {value}"),
            9 => ($"urn:ietf:params:scim:schemas:core:2.0:User:USERNAME {comparison} {value}", $"userName {comparison} {value}"),
            _ => Same($"{name} {comparison} {value}"),
        };
    }

    private string OfUser()
    {
        var text = JsonSerializer.Serialize(Any(Given) + random.Next(1000));
        return random.Next(9) switch
        {
            0 => $$"""{"op":"replace","path":"name.givenName","value":{{text}}}""",
            1 => $$"""{"op":"add","path":"name.familyName","value":{{text}}}""",
            2 => $$"""{"op":"replace","path":"displayName","value":{{text}}}""",
            3 => """{"op":"remove","path":"displayName"}""",
            4 => $$"""{"op":"replace","path":"active","value":{{Any("true", "false")}}}""",
            5 => $$$"""{"op":"replace","value":{"name.givenName":{{{text}}},"displayName":{{{text}}}}}""",
            6 => $$"""{"op":"replace","path":"emails[type eq \"work\"].value","value":"{{Any(Given)}}{{random.Next(100000)}}@x.net"}""",
            7 => $$$"""{"op":"Replace","path":"name","value":{"givenName":{{{text}}},"familyName":{{{text}}}}}""",
            _ => $$$"""{"op":"add","value":{"displayName":{{{text}}}}}""",
        };
    }

    private string OfGroup(List<string> users) => random.Next(8) switch
    {
        0 => $$"""{"op":"add","path":"members","value":[{"value":"{{Any(users)}}"}]}""",
        1 => $$"""{"op":"Add","path":"members","value":[{"value":"{{users[0]}}"},{"value":"{{users[1]}}"}]}""",
        2 => $$"""{"op":"remove","path":"members[value eq \"{{Any(users)}}\"]"}""",
        3 => $$"""{"op":"remove","path":"members[value eq \"{{Any(users)}}\" or value eq \"{{Any(users)}}\"]"}""",
        4 => $$"""{"op":"replace","path":"members","value":[{"value":"{{users[2]}}"},{"value":"{{users[3]}}"}]}""",
        5 => $$"""{"op":"Remove","path":"members","value":[{"value":"{{Any(users)}}"}]}""",
        6 => """{"op":"remove","path":"members"}""",
        _ => $$"""{"op":"replace","path":"displayName","value":"changed {{random.Next(1000)}}"}""",
    };

    // What both keep, without what changes by itself. RFC 7643 section 2.5: an empty list is unassigned; and lists have no order (section 2.4).
    private static string Comparable(JsonNode resource)
    {
        static string Text(JsonNode? node) => node?.ToJsonString() ?? "";
        var members = resource["members"] as JsonArray ?? [];
        return string.Join(
            '\n',
            Text(resource["userName"]), Text(resource["name"]?["givenName"]), Text(resource["name"]?["familyName"]), Text(resource["displayName"]), Text(resource["active"]),
            Text(resource["emails"]?[0]?["value"]), string.Join(' ', members.Select(member => Text(member?["value"])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static (string Ours, string Theirs) Same(string filter) => (filter, filter);

    private string Part(string text) => random.Next(2) == 0 ? text : text[random.Next(text.Length - 1)..];

    private T Any<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
