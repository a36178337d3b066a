using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>How many statements requests take, and how SQLite finds the rows: neither may grow with the rows.</summary>
[TestFixture]
public sealed class CostTests
{
    private const int Many = 400;

    private readonly SentQueries queries = new();
    private ScimWorld world = null!;
    private string[] users = [];
    private string small = "";
    private string large = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await ScimWorld.StartAsync(new ApiServer(("Seed:Demo", "None"))
        {
            // The clock stands still, so that what is remembered for moments is remembered however slow the machine is.
            TestServices = services => services
                .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
                .ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(queries)),
        });
        var made = await world.Client.PostJsonAsync("/scim_v2/Bulk", new
        {
            schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:BulkRequest" },
            Operations = Enumerable.Range(0, Many).Select(number => new { method = "POST", path = "/Users", data = ScimWorld.User("many" + number, "ext" + number) }),
        });
        users = [.. made["Operations"].EnumerateArray().Select(operation => operation.GetProperty("location").GetString()!.Split('/')[^1])];
        small = await world.GroupAsync("Small", users[..10]);
        large = await world.GroupAsync("Large", users);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    private async Task<IReadOnlyList<SentQuery>> AskAsync(string path)
    {
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/" + path)).Status, Is.EqualTo(HttpStatusCode.OK));
        queries.Take();
        await world.Client.GetJsonAsync("/scim_v2/" + path);
        return queries.Take();
    }

    // The rows, and the groups or members of all of them; how many there are is remembered.
    [TestCase("Users", 2)]
    [TestCase("Users?count=100&startIndex=200", 2)]
    [TestCase("Users?excludedAttributes=groups", 1)]
    [TestCase("Groups", 2)]
    [TestCase("Groups?excludedAttributes=members", 1)]
    [TestCase("Users/USER", 2)]
    [TestCase("Groups/LARGE?excludedAttributes=members", 1)]
    public async Task Answers_take_the_same_queries_for_any_number_of_rows(string path, int most)
    {
        var sent = await AskAsync(path.Replace("USER", users[0], StringComparison.Ordinal).Replace("LARGE", large, StringComparison.Ordinal));

        Assert.That(sent, Has.Count.LessThanOrEqualTo(most), string.Join("\n\n", sent.Select(query => query.Text)));
    }

    // Whether name, address and external id are taken, and a row in each table.
    [TestCase(null, 2)]
    [TestCase("ext-of-new", 4)]
    public async Task A_user_is_made_by_few_statements(string? externalId, int most)
    {
        await world.Client.GetJsonAsync("/scim_v2/ServiceProviderConfig");
        queries.Take();

        var made = await world.Client.PostJsonAsync("/scim_v2/Users", ScimWorld.User("new-" + most, externalId));

        var sent = queries.Take();
        Assert.That(made["meta/version"].GetString(), Is.EqualTo("W/\"1\""), made.ToString());
        Assert.That(sent, Has.Count.EqualTo(most), string.Join("\n\n", sent.Select(query => query.Text)));
        Assert.That(sent[0].Plan, Has.Some.Contain("IX_principals_login").And.Some.Contain("IX_principals_email"), string.Join('\n', sent[0].Plan));
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Users/" + made["id"].GetString())).Text, Is.EqualTo(made.Text));
    }

    [Test]
    public async Task What_is_long_is_not_remembered()
    {
        var filter = Uri.EscapeDataString("userName sw \"many\" or " + string.Join(" or ", Enumerable.Range(0, 20).Select(number => $"userName eq \"many{number}\"")));

        Assert.That(await AskAsync("Users?count=5&excludedAttributes=groups&filter=" + filter), Has.Count.EqualTo(2));
        Assert.That(await AskAsync("Users?count=5&excludedAttributes=groups&filter=userName sw \"many\""), Has.Count.EqualTo(1));
    }

    [TestCase("Users", "userName eq \"many7\"")]
    [TestCase("Users", "externalId eq \"ext7\"")]
    [TestCase("Users", "emails[type eq \"work\"].value eq \"many7@example.net\"")]
    [TestCase("Users", "id eq \"USER\"")]
    [TestCase("Users", "groups.value eq \"GROUP\" and id eq \"USER\"")]
    [TestCase("Groups", "displayName eq \"Large\"")]
    [TestCase("Groups", "externalId eq \"nothing\"")]
    [TestCase("Groups", "id eq \"GROUP\" and members eq \"USER\"")]
    public async Task What_providers_look_for_is_found_by_an_index(string endpoint, string filter)
    {
        filter = filter.Replace("USER", users[0], StringComparison.Ordinal).Replace("GROUP", small, StringComparison.Ordinal);
        queries.Take();
        Assert.That((await world.Client.GetJsonAsync($"/scim_v2/{endpoint}?excludedAttributes=members,groups&filter={Uri.EscapeDataString(filter)}")).Status, Is.EqualTo(HttpStatusCode.OK));
        var sent = queries.Take();

        Assert.That(sent, Is.Not.Empty);
        foreach (var step in sent.SelectMany(query => query.Plan))
            Assert.That(step, Does.Not.StartWith("SCAN").And.Not.Contain("_kind (kind=?)"), string.Join("\n", sent.Select(query => query.Text + "\n" + string.Join('\n', query.Plan))));
    }

    [Test]
    public async Task One_member_comes_and_goes_by_the_same_statements_and_bytes_however_many_stay()
    {
        async Task<(int Statements, int Bytes)> ChangeAsync(string group, string operation)
        {
            queries.Take();
            var answer = await world.PatchAsync($"Groups/{group}?excludedAttributes=members", operation);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
            var sent = queries.Take();
            return (sent.Count, sent.Sum(query => query.Text.Length) + answer.Text.Length);
        }

        // Versions and ids of equal length, so that the bytes can be the same.
        var user = await world.UserAsync("comes-and-goes");
        foreach (var operation in new[] { $$"""{"op":"add","path":"members","value":[{"value":"{{user}}"}]}""", $$"""{"op":"remove","path":"members[value eq \"{{user}}\"]"}""" })
            Assert.That(await ChangeAsync(large, operation), Is.EqualTo(await ChangeAsync(small, operation)), operation);
        Assert.That((await world.Client.GetJsonAsync("/scim_v2/Groups/" + large))["members"].GetArrayLength(), Is.EqualTo(Many));
    }
}
