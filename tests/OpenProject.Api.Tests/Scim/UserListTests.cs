using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Filters, orders, pages and projections of users.</summary>
[OnEachDatabase]
public sealed class UserListTests(DatabaseProvider provider)
{
    private ScimWorld world = null!;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private string group = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await ScimWorld.StartAsync(provider);
        foreach (var (name, given, family, active) in new[] { ("ada", "Ada", "Lovelace", true), ("bob", "Bob", "O%Neil", true), ("cleo", "Cleo", "Ax_el", false), ("dan", "Dan", "de Witt", true) })
        {
            var body = ScimWorld.User(name, name == "dan" ? null : "Ext-" + name);
            body["name"] = new { givenName = given, familyName = family };
            body["active"] = active;
            if (name is "ada" or "cleo")
                body["displayName"] = "The " + given;
            ids[name] = (await world.Client.PostJsonAsync("/scim_v2/Users", body))["id"].GetString()!;
        }

        group = await world.GroupAsync("Some", ids["ada"], ids["bob"]);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("userName eq \"ADA\"", "ada")]
    [TestCase("USERNAME EQ \"ada\"", "ada")]
    [TestCase("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"ada\"", "ada")]
    [TestCase("userName ne \"ada\"", "bob cleo dan")]
    [TestCase("userName sw \"A\"", "ada")]
    [TestCase("userName ew \"B\"", "bob")]
    [TestCase("userName co \"e\"", "cleo")]
    [TestCase("userName gt \"bob\"", "cleo dan")]
    [TestCase("userName ge \"bob\"", "bob cleo dan")]
    [TestCase("userName lt \"bob\"", "ada")]
    [TestCase("userName le \"bob\"", "ada bob")]
    [TestCase("userName pr", "ada bob cleo dan")]
    [TestCase("displayName pr", "ada cleo")]
    [TestCase("not (displayName pr)", "bob dan")]
    [TestCase("displayName eq null", "bob dan")]
    [TestCase("displayName ne \"the ada\"", "bob cleo dan")]
    [TestCase("not (displayName co \"ada\")", "bob cleo dan")]
    [TestCase("name.familyName eq \"lovelace\"", "ada")]
    [TestCase("familyName eq \"LOVELACE\"", "ada")]
    [TestCase("givenName sw \"C\"", "cleo")]
    [TestCase("name[givenName eq \"Ada\" and familyName sw \"Love\"]", "ada")]
    [TestCase("name.familyName co \"%\"", "bob")]
    [TestCase("name.familyName co \"_\"", "cleo")]
    [TestCase("name.familyName co \" \"", "dan")]
    [TestCase("active eq true", "ada bob dan")]
    [TestCase("active eq \"False\"", "cleo")]
    [TestCase("active ne true", "cleo")]
    [TestCase("externalId eq \"Ext-ada\"", "ada")]
    [TestCase("externalId eq \"ext-ada\"", "")]
    [TestCase("externalId sw \"Ext-\"", "ada bob cleo")]
    [TestCase("externalId sw \"ext-\"", "")]
    [TestCase("externalId co \"cle\"", "cleo")]
    [TestCase("externalId ew \"-bob\"", "bob")]
    [TestCase("not (externalId pr)", "dan")]
    [TestCase("emails eq \"ADA@example.net\"", "ada")]
    [TestCase("emails.value co \"bob@\"", "bob")]
    [TestCase("emails[type eq \"work\"].value eq \"ada@example.net\"", "ada")]
    [TestCase("emails[type eq \"work\" and value co \"cleo\"]", "cleo")]
    [TestCase("emails[type eq \"home\"]", "")]
    [TestCase("emails.type eq \"work\" and emails.primary eq true and userName eq \"dan\"", "dan")]
    [TestCase("emails pr and userName eq \"dan\"", "dan")]
    [TestCase("groups pr", "ada bob")]
    [TestCase("groups eq \"GROUP\"", "ada bob")]
    [TestCase("groups.value ne \"GROUP\"", "cleo dan")]
    [TestCase("id eq \"ADA\"", "ada")]
    [TestCase("id eq \"nothing\"", "")]
    [TestCase("meta.resourceType eq \"User\" and userName eq \"ada\"", "ada")]
    [TestCase("meta.resourceType eq \"user\"", "")]
    [TestCase("meta.location ew \"/Users/ADA\"", "ada")]
    [TestCase("meta.location eq \"http://localhost/scim_v2/Users/ADA\"", "ada")]
    [TestCase("meta.lastModified gt \"2011-05-13T04:42:34Z\"", "ada bob cleo dan")]
    [TestCase("meta.created lt \"2011-05-13T04:42:34+02:00\"", "")]
    [TestCase("meta.created gt \"2011-05-13T04:42:34.123456789Z\"", "ada bob cleo dan")]
    [TestCase("meta.created gt \"2011-05-13\"", "ada bob cleo dan")]
    [TestCase("schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\" and userName eq \"ada\"", "ada")]
    [TestCase("userName eq \"ada\" or userName eq \"bob\" and active eq false", "ada")]
    [TestCase("(userName eq \"ada\" or userName eq \"bob\") and active eq true", "ada bob")]
    [TestCase("userName eq \"ada\" and (not (active eq false))", "ada")]
    [TestCase("userName co \"LONG\"", "")]
    [TestCase("externalId sw \"LONG\"", "")]
    [TestCase("userName ne \"LONG\"", "ada bob cleo dan")]
    [TestCase("userName eq 5", "")]
    [TestCase("userName eq \"a\\u0064a\"", "ada")]
    public async Task Filters_find(string filter, string expected)
    {
        filter = filter.Replace("GROUP", group, StringComparison.Ordinal).Replace("LONG", new string('%', 5000), StringComparison.Ordinal).Replace("/ADA\"", $"/{ids["ada"]}\"", StringComparison.Ordinal);
        if (filter.StartsWith("id ", StringComparison.Ordinal))
            filter = filter.Replace("ADA", ids["ada"], StringComparison.Ordinal);

        var found = await world.NamesAsync("Users?filter=" + Uri.EscapeDataString(filter));

        Assert.That(string.Join(' ', found.Except(["admin"])), Is.EqualTo(expected));
    }

    [TestCase("userName eq")]
    [TestCase("userName \"x\"")]
    [TestCase("userName eq ada")]
    [TestCase("(userName eq \"x\"")]
    [TestCase("userName eq \"x\" and")]
    [TestCase("userName eq \"x\" userName eq \"y\"")]
    [TestCase("userName xx \"x\"")]
    [TestCase("userName eq \"x")]
    [TestCase("unknown eq \"x\"")]
    [TestCase("name.unknown eq \"x\"")]
    [TestCase("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"x\"")]
    [TestCase("name eq \"x\"")]
    [TestCase("active gt true")]
    [TestCase("active co \"t\"")]
    [TestCase("meta.created eq \"yesterday\"")]
    [TestCase("meta.created gt \"10:00\"")]
    [TestCase("meta.created gt \"5/13/2011\"")]
    [TestCase("meta.created gt 2011")]
    [TestCase("userName gt null")]
    [TestCase("not userName pr")]
    [TestCase("emails[type eq \"work\"")]
    [TestCase("emails[unknown eq \"work\"]")]
    [TestCase("userName eq \"\\ud800\"")]
    public async Task Wrong_filters_are_refused(string filter) =>
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?filter=" + Uri.EscapeDataString(filter)), 400, "invalidFilter");

    [TestCase("sortBy=userName", "ada admin bob cleo dan")]
    [TestCase("sortBy=userName&sortOrder=descending", "dan cleo bob admin ada")]
    [TestCase("sortBy=name.familyName&filter=userName ne \"admin\"", "cleo dan ada bob")]
    [TestCase("sortBy=displayName&filter=userName ne \"admin\"", "ada cleo bob dan")]
    [TestCase("sortBy=displayName&sortOrder=descending&filter=userName ne \"admin\"", "bob dan cleo ada")]
    [TestCase("sortBy=externalId&filter=externalId pr", "ada bob cleo")]
    [TestCase("sortBy=emails&filter=userName ne \"admin\"", "ada bob cleo dan")]
    [TestCase("sortBy=active&filter=userName ne \"admin\"", "cleo ada bob dan")]
    [TestCase("sortBy=meta.created&filter=userName ne \"admin\"", "ada bob cleo dan")]
    [TestCase("sortBy=id&sortOrder=descending&filter=userName ne \"admin\"", "dan cleo bob ada")]
    public async Task Lists_are_ordered_and_paged_by_index_and_by_cursor(string query, string expected)
    {
        Assert.That(string.Join(' ', await world.NamesAsync("Users?" + query)), Is.EqualTo(expected));

        var (found, path) = (new List<string>(), $"/scim_v2/Users?{query}&count=2&cursor=");
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await world.Client.GetJsonAsync(path + cursor);
            Assert.That(page.Body.TryGetProperty("Resources", out var resources), Is.True, page.ToString());
            found.AddRange(resources.EnumerateArray().Select(resource => resource.GetProperty("userName").GetString()!));
            cursor = page.Body.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            Assert.That(cursor, Is.Null.Or.Match("^[A-Za-z0-9._~-]+$"));
        }

        Assert.That(string.Join(' ', found), Is.EqualTo(expected));
    }

    [Test]
    public async Task Pages_are_counted_from_one_and_cut()
    {
        async Task<(int Total, int Start, int PageSize, int Count)> AskAsync(string query)
        {
            var page = await world.Client.GetJsonAsync("/scim_v2/Users?" + query);
            return (page["totalResults"].GetInt32(), page["startIndex"].GetInt32(), page["itemsPerPage"].GetInt32(), page["Resources"].GetArrayLength());
        }

        Assert.That(await AskAsync(""), Is.EqualTo((5, 1, 100, 5)));
        Assert.That(await AskAsync("startIndex=2&count=2"), Is.EqualTo((5, 2, 2, 2)));
        Assert.That(await AskAsync("startIndex=0&count=-1"), Is.EqualTo((5, 1, 0, 0)));
        Assert.That(await AskAsync("startIndex=-7&count=0"), Is.EqualTo((5, 1, 0, 0)));
        Assert.That(await AskAsync("startIndex=9&count=5000"), Is.EqualTo((5, 9, 100, 0)));
        Assert.That(await AskAsync("startIndex=99999999999999999999&count=99999999999999999999"), Is.EqualTo((5, int.MaxValue, 100, 0)));
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?count=many"), 400, "invalidValue");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?startIndex=1.5"), 400, "invalidValue");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?sortBy=nothing"), 400, "invalidPath");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?sortBy=id&sortOrder=up"), 400, "invalidValue");
    }

    [Test]
    public async Task A_cursor_is_good_for_its_own_request_alone()
    {
        var cursor = (await world.Client.GetJsonAsync("/scim_v2/Users?count=1&cursor="))["nextCursor"].GetString();
        using var other = await world.ClientAsync("Cursor thief");

        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?count=1&sortBy=userName&cursor=" + cursor), 400, "invalidCursor");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Groups?count=1&cursor=" + cursor), 400, "invalidCursor");
        ScimWorld.AssertError(await other.GetJsonAsync("/scim_v2/Users?count=1&cursor=" + cursor), 400, "invalidCursor");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?count=1&cursor=x"), 400, "invalidCursor");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?startIndex=1&cursor=" + cursor), 400, "invalidCursor");
        ScimWorld.AssertError(await world.Client.GetJsonAsync("/scim_v2/Users?count=some&cursor="), 400, "invalidCount");
    }

    [TestCase("attributes=userName", "schemas id userName")]
    [TestCase("attributes=USERNAME,name.givenName", "schemas id userName name(givenName)")]
    [TestCase("attributes=urn:ietf:params:scim:schemas:core:2.0:User:userName", "schemas id userName")]
    [TestCase("attributes=nothing", "schemas id")]
    [TestCase("attributes=userName&excludedAttributes=userName", "schemas id userName")]
    [TestCase("excludedAttributes=groups,meta,id,schemas,emails,active,displayName,externalId", "schemas id userName name(givenName familyName)")]
    [TestCase("excludedAttributes=groups,meta,emails,active,displayName,externalId,name.givenName", "schemas id userName name(familyName)")]
    public async Task What_is_told_can_be_chosen(string query, string expected)
    {
        static string Shape(System.Text.Json.JsonElement json) => string.Join(' ', json.EnumerateObject().Select(member =>
            member.Value.ValueKind == System.Text.Json.JsonValueKind.Object ? $"{member.Name}({Shape(member.Value)})" : member.Name));

        Assert.That(Shape((await world.Client.GetJsonAsync($"/scim_v2/Users/{ids["ada"]}?{query}")).Body), Is.EqualTo(expected));
        Assert.That(Shape((await world.Client.GetJsonAsync($"/scim_v2/Users?filter=userName eq \"ada\"&{query}"))["Resources/0"]), Is.EqualTo(expected));
        var changed = await world.Client.PatchJsonAsync($"/scim_v2/Users/{ids["ada"]}?{query}", """{"Operations":[{"op":"replace","path":"active","value":true}]}""");
        Assert.That(Shape(changed.Body), Is.EqualTo(expected));
    }

    [Test]
    public async Task As_many_tests_as_a_filter_may_have_are_asked_of_the_database()
    {
        var most = string.Join(" or ", Enumerable.Range(0, 498).Select(number => $"userName eq \"nobody{number}\"").Append("userName eq \"ada\"").Append("displayName eq \"The Cleo\""));

        Assert.That(await world.NamesAsync("Users?filter=" + Uri.EscapeDataString(most)), Is.EqualTo(new[] { "ada", "cleo" }));
    }

    [TestCase(1, 3, "admin ada bob", 6)]
    [TestCase(4, 3, "cleo dan Some", 6)]
    [TestCase(5, 1, "dan", 6)]
    [TestCase(6, 9, "Some", 6)]
    [TestCase(7, 9, "", 6)]
    [TestCase(1, 0, "", 6)]
    public async Task A_search_over_all_types_goes_on_from_users_to_groups(int start, int count, string expected, int total)
    {
        var page = await world.Client.PostJsonAsync("/scim_v2/.search", new { schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:SearchRequest" }, startIndex = start, count });

        Assert.That(string.Join(' ', page["Resources"].EnumerateArray().Select(r => r.TryGetProperty("userName", out var name) ? name.GetString() : r.GetProperty("displayName").GetString())), Is.EqualTo(expected));
        Assert.That(page["totalResults"].GetInt32(), Is.EqualTo(total));
    }

    [Test]
    public async Task A_search_says_the_same_by_a_body()
    {
        const string body = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"userName sw \"a\" or displayName eq \"some\"","sortBy":"userName","startIndex":1,"count":10,"attributes":["userName","displayName"]}
            """;

        var users = await world.Client.PostJsonAsync("/scim_v2/Users/.search", body);
        var all = await world.Client.PostJsonAsync("/scim_v2/.search", body.Replace("\"sortBy\":\"userName\",", "", StringComparison.Ordinal));

        Assert.That(users["Resources"].EnumerateArray().Select(r => r.GetProperty("userName").GetString()), Is.EqualTo(new[] { "ada", "admin" }));
        Assert.That(all["totalResults"].GetInt32(), Is.EqualTo(3), all.ToString());
        Assert.That(all["Resources/2/displayName"].GetString(), Is.EqualTo("Some"));
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/.search", body.Replace("displayName eq", "shoeSize eq", StringComparison.Ordinal)), 400, "invalidFilter");
        ScimWorld.AssertError(await world.Client.PostJsonAsync("/scim_v2/Users/.search", "{}"), 400, "invalidSyntax");
    }
}
