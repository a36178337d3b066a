using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Activities;

/// <summary>The history of a work package over HTTP: what is told of changes, comments and reactions.</summary>
[OnEachDatabase]
public sealed class ActivityTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;

    private ApiAnswer project = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = await client.GetJsonAsync("/api/v3/projects/demo-project");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Changes_are_told_in_sentences_with_the_names_of_what_they_refer_to()
    {
        var made = await CreateAsync("Build <a> shed");
        var mira = (await client.GetJsonAsync(Self(project) + "/available_assignees"))["_embedded/elements"].EnumerateArray()
            .First(a => a.GetProperty("name").GetString()!.StartsWith("Mira", StringComparison.Ordinal));
        await CommentAsync(made, "Begun.");
        await client.PatchJsonAsync(Self(made), new
        {
            lockVersion = 0,
            subject = "Build a house",
            dueDate = "2026-03-06",
            estimatedTime = "PT1H30M",
            _links = new { status = Link("/api/v3/statuses/7"), assignee = Link($"/api/v3/users/{mira.GetProperty("id")}") },
        });
        await client.PatchJsonAsync(Self(made), new { lockVersion = 1, description = new { raw = "It has walls" }, estimatedTime = (string?)null });

        var told = await client.GetJsonAsync($"{Self(made)}/activities");

        Assert.That(Sentences(told, 0), Is.SupersetOf(new[] { "Type set to Task", "Subject set to Build <a> shed", "Status set to New", "Priority set to Normal" }));
        Assert.That(Sentences(told, 1), Is.Empty);
        Assert.That(Sentences(told, 2), Is.EquivalentTo(new[]
        {
            "Subject changed from Build <a> shed to Build a house", "Status changed from New to In progress", "Finish date set to 2026-03-06", "Description set",
            $"Assignee set to {mira.GetProperty("name").GetString()}",
            "% Complete set to 0%", // follows from the work, and stays when that is taken back
        }));
        Assert.That(told["_embedded/elements/2/details/0/html"].GetString(),
            Is.EqualTo("<strong>Subject</strong> changed from <i>Build &lt;a&gt; shed</i> to <i>Build a house</i>"));
        Assert.That(told["_embedded/elements/2/details/0/format"].GetString(), Is.EqualTo("custom"));
        Assert.That(Members(told, "_type"), Is.EqualTo(new[] { "Activity", "Activity::Comment", "Activity" }));
        Assert.That(Members(told, "version"), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That((told["total"].GetInt32(), told["_links/self/href"].GetString()), Is.EqualTo((3, $"{Self(made)}/activities")));
    }

    [Test]
    public async Task What_is_taken_away_is_named_and_what_one_may_not_see_is_not()
    {
        var hidden = await ProjectAsync("Hidden");
        var above = await client.PostJsonAsync(Path, new { subject = "Secret plan", _links = new { project = Link(Self(hidden)) } });
        var made = await CreateAsync("Visible");
        await CommentAsync(made, "Now.");
        await client.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { parent = Link(Self(above)), priority = Link("/api/v3/priorities/3") } });
        await CommentAsync(made, "Then.");
        await client.PatchJsonAsync(Self(made), new { lockVersion = 1, _links = new { parent = Link(null) } });
        using var mira = await server.ClientOfAsync("mira");

        var all = await client.GetJsonAsync($"{Self(made)}/activities");
        var some = await mira.GetJsonAsync($"{Self(made)}/activities");

        Assert.That(Sentences(all, 2), Is.EquivalentTo(new[] { "Parent set to Secret plan", "Priority changed from Normal to High" }));
        Assert.That(Sentences(all, 4), Is.EqualTo(new[] { "Parent deleted (Secret plan)" }));
        Assert.That(Sentences(some, 2), Does.Contain("Parent set to (not available)"));
        Assert.That(some.Text, Does.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_comment_is_made_edited_and_leaves_the_work_package_as_it_was()
    {
        var made = await CreateAsync("Commented");

        var said = await client.PostJsonAsync($"{Self(made)}/activities", new { comment = new { raw = "A *comment*" } });
        var edited = await client.PatchJsonAsync(Self(said), new { comment = new { raw = "edited" } });
        var after = await client.GetJsonAsync(Self(made));

        Assert.That(said.Status, Is.EqualTo(HttpStatusCode.Created), said.ToString());
        Assert.That(said["comment/html"].GetString(), Does.Contain("<em>comment</em>"));
        Assert.That((said["internal"].GetBoolean(), said["version"].GetInt32(), said["details"].GetArrayLength()), Is.EqualTo((false, 2, 0)));
        Assert.That(said["_links/workPackage/title"].GetString(), Is.EqualTo("Commented"));
        Assert.That(said["_embedded/workPackage/subject"].GetString(), Is.EqualTo("Commented"));
        Assert.That((edited.Status, edited["comment/raw"].GetString(), edited["id"].GetInt64()), Is.EqualTo((HttpStatusCode.OK, "edited", said["id"].GetInt64())));
        Assert.That((await client.GetJsonAsync(Self(said)))["comment/html"].GetString(), Is.EqualTo(edited["comment/html"].GetString()));
        Assert.That(after["lockVersion"].GetInt32(), Is.Zero);
        Assert.That(after["updatedAt"].GetString(), Is.GreaterThan(made["updatedAt"].GetString()!));
        Assert.That((await client.PatchJsonAsync(Self(said), edited.Text)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("""{}""", 400, "BadRequest")]
    [TestCase("", 400, "BadRequest")]
    [TestCase("""{"comment":{"raw":" "}}""", 422, "PropertyConstraintViolation")]
    [TestCase("""{"comment":{"raw":null}}""", 422, "PropertyConstraintViolation")]
    [TestCase("""{"comment":5}""", 422, "PropertyFormatError")]
    [TestCase("""{"comment":{"raw":"x"},"internal":"yes"}""", 422, "PropertyFormatError")]
    [TestCase("""{not json""", 400, "InvalidRequestBody")]
    public async Task What_says_nothing_is_no_comment(string body, int status, string error)
    {
        var made = await CreateAsync("Silent");

        var answer = await client.PostJsonAsync($"{Self(made)}/activities", body);

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
        Assert.That((await client.GetJsonAsync($"{Self(made)}/activities"))["total"].GetInt32(), Is.EqualTo(1));
    }

    [TestCase("""{"version":9}""", "PropertyIsReadOnly")]
    [TestCase("""{"internal":true}""", "PropertyIsReadOnly")]
    [TestCase("""{"comment":{"raw":""}}""", "PropertyConstraintViolation")]
    public async Task Only_the_comment_can_be_edited(string body, string error)
    {
        var said = await CommentAsync(await CreateAsync("Fixed"), "Said.");

        var answer = await client.PatchJsonAsync(Self(said), body);

        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error), answer.ToString());
        Assert.That((await client.GetJsonAsync(Self(said)))["comment/raw"].GetString(), Is.EqualTo("Said."));
    }

    [Test]
    public async Task Comments_and_changes_at_the_same_time_get_numbers_of_their_own()
    {
        var made = await CreateAsync("Busy");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 4 == 0
            ? client.PatchJsonAsync(Self(made), new { lockVersion = 0, subject = $"Busy {i}" })
            : client.PostJsonAsync($"{Self(made)}/activities", new { comment = new { raw = $"No. {i}" } })));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Created), Is.EqualTo(9), string.Join('\n', answers.Select(a => a.ToString())));
        Assert.That(answers.Where(a => a.Status != HttpStatusCode.Created).Select(a => (int)a.Status), Is.All.AnyOf(200, 409));
        var versions = Members(await client.GetJsonAsync($"{Self(made)}/activities"), "version");
        Assert.That(versions, Is.EqualTo(Enumerable.Range(1, versions.Count).Select(v => v.ToString())));
    }

    [Test]
    public async Task A_reaction_is_given_and_taken_back()
    {
        var made = await CreateAsync("Liked");
        var said = await CommentAsync(made, "Done.");
        using var mira = await server.ClientOfAsync("mira");
        var reactions = Self(said) + "/emoji_reactions";

        await mira.PatchJsonAsync(reactions, new { reaction = "rocket" });
        await mira.PatchJsonAsync(reactions, new { reaction = "heart" });
        var given = await client.PatchJsonAsync(reactions, new { reaction = "rocket" });
        var id = said["id"].GetInt64();

        Assert.That(given.Status, Is.EqualTo(HttpStatusCode.OK), given.ToString());
        Assert.That(Members(given, "id"), Is.EqualTo(new[] { $"{id}-rocket", $"{id}-heart" }));
        Assert.That((given["_embedded/elements/0/emoji"].GetString(), given["_embedded/elements/0/reactionsCount"].GetInt32()), Is.EqualTo(("\U0001F680", 2)));
        Assert.That(given["_embedded/elements/0/_links/reactable/href"].GetString(), Is.EqualTo(Self(said)));
        Assert.That(given["_embedded/elements/0/_links/reactingUsers/0/title"].GetString(), Does.Contain("Mira"));
        Assert.That((await client.GetJsonAsync($"/api/v3/emoji_reactions/{id}-heart"))["reactionsCount"].GetInt32(), Is.EqualTo(1));

        var taken = await mira.PatchJsonAsync(reactions, new { reaction = "heart" });
        Assert.That(Members(taken, "id"), Is.EqualTo(new[] { $"{id}-rocket" }));
        Assert.That(Members(await client.GetJsonAsync($"{Self(made)}/activities_emoji_reactions"), "id"), Is.EqualTo(new[] { $"{id}-rocket" }));
        Assert.That((await client.GetJsonAsync($"/api/v3/emoji_reactions/{id}-heart")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{"reaction":"unicorn"}""", "Bad request: reaction does not have a valid value")]
    [TestCase("""{}""", "Bad request: reaction is missing")]
    public async Task There_are_only_some_signs(string body, string message)
    {
        var said = await CommentAsync(await CreateAsync("Signs"), "Done.");

        var answer = await client.PatchJsonAsync(Self(said) + "/emoji_reactions", body);

        Assert.That((answer.Status, answer["message"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, message)));
    }

    [Test]
    public async Task The_history_goes_with_the_work_package()
    {
        var made = await CreateAsync("Going");
        var said = await CommentAsync(made, "Gone.");
        await client.PatchJsonAsync(Self(said) + "/emoji_reactions", new { reaction = "eyes" });

        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));

        foreach (var gone in new[] { $"{Self(made)}/activities", $"{Self(made)}/activities_emoji_reactions", Self(said), Self(said) + "/emoji_reactions" })
            Assert.That((await client.GetJsonAsync(gone)).Status, Is.EqualTo(HttpStatusCode.NotFound), gone);
    }

    private async Task<ApiAnswer> CreateAsync(string subject)
    {
        var made = await client.PostJsonAsync(Path, new { subject, _links = new { project = Link(Self(project)) } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private Task<ApiAnswer> ProjectAsync(string name) => client.PostJsonAsync("/api/v3/projects", new { name });

    private Task<ApiAnswer> CommentAsync(ApiAnswer workPackage, string text) =>
        client.PostJsonAsync($"{Self(workPackage)}/activities", new { comment = new { raw = text } });

    private static object Link(string? href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static List<string> Sentences(ApiAnswer list, int index) =>
        [.. list[$"_embedded/elements/{index}/details"].EnumerateArray().Select(d => d.GetProperty("raw").GetString()!)];

    private static List<string> Members(ApiAnswer list, string name) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty(name).ToString())];
}
