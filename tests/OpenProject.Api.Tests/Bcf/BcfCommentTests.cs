using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Comments on topics are those on their work packages.</summary>
[OnEachDatabase]
public sealed class BcfCommentTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;
    private string topics = "";
    private string topic = "";
    private string work = "";

    private string Comments => topic + "/comments";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
        topics = await server.UseModelsAsync("demo-project");
    }

    [SetUp]
    public async Task NewTopic()
    {
        var made = await client.PostJsonAsync(topics, new { title = "Discussed" });
        (topic, work) = ($"{topics}/{made["guid"].GetString()}", made["reference_links/0"].GetString()!);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        mira.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_comment_lives_from_its_first_word_to_its_removal()
    {
        var view = await client.PostJsonAsync(topic + "/viewpoints", new { index = 1, lines = Array.Empty<object>() });
        var first = await client.PostJsonAsync(Comments, new { comment = "First" });
        var made = await mira.PostJsonAsync(Comments, new { comment = "**Second**", viewpoint_guid = view["guid"].GetString(), reply_to_comment_guid = Guid(first) });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(made["author"].GetString(), Is.EqualTo("mira@example.net"));
        Assert.That(made["topic_guid"].GetString(), Is.EqualTo(topic.Split('/')[^1]));
        Assert.That(made["viewpoint_guid"].GetString(), Is.EqualTo(view["guid"].GetString()));
        Assert.That(made["reply_to_comment_guid"].GetString(), Is.EqualTo(Guid(first)));
        Assert.That((await client.GetJsonAsync($"{Comments}/{Guid(made).ToUpperInvariant()}")).Text, Is.EqualTo(made.Text));

        var put = await client.AnswerAsync(HttpMethod.Put, $"{Comments}/{Guid(made)}", new { comment = "Third" });
        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK), put.Text);
        Assert.That(put["viewpoint_guid"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(put["reply_to_comment_guid"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(put["author"].GetString(), Is.EqualTo("mira@example.net"));
        Assert.That(put["modified_author"].GetString(), Is.Not.EqualTo("mira@example.net"));

        Assert.That((int)(await client.AnswerAsync(HttpMethod.Delete, $"{Comments}/{Guid(made)}")).Status, Is.EqualTo(204));
        Assert.That((int)(await client.GetJsonAsync($"{Comments}/{Guid(made)}")).Status, Is.EqualTo(404));
        Assert.That(Texts(await client.GetJsonAsync(Comments)), Is.EqualTo(new[] { "First" }));
    }

    [Test]
    public async Task Both_APIs_see_the_same_comments_but_for_internal_ones_where_they_are_not_seen()
    {
        await client.PostJsonAsync(Comments, new { comment = "By BCF" });
        var byV3 = await client.PostJsonAsync(work + "/activities", new { comment = new { raw = "By API v3" } });
        await client.PostJsonAsync(work + "/activities", new { comment = new { raw = "Between us" }, @internal = true });

        Assert.That(Texts(await mira.GetJsonAsync(Comments)), Is.EqualTo(new[] { "By BCF", "By API v3" }));
        Assert.That(Texts(await client.GetJsonAsync(Comments)), Is.EqualTo(new[] { "By BCF", "By API v3", "Between us" }));
        var activities = await client.GetJsonAsync(work + "/activities");
        Assert.That(activities["_embedded/elements"].EnumerateArray().Select(a => a.GetProperty("comment").GetProperty("raw").GetString()), Does.Contain("By BCF"));

        await client.PatchJsonAsync(byV3["_links/self/href"].GetString()!, new { comment = new { raw = "Rewritten" } });
        Assert.That(Texts(await mira.GetJsonAsync(Comments)), Is.EqualTo(new[] { "By BCF", "Rewritten" }));
    }

    [Test]
    public async Task Internal_comments_are_changed_by_those_who_change_them_by_API_v3()
    {
        await server.RoleAsync("Listener", "view_work_packages", "view_linked_issues", "manage_bcf", "view_internal_comments", "edit_own_internal_comments", "add_internal_comments");
        var project = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["id"].GetInt64();
        await server.JoinAsync("lea", project, "Listener");
        using var lea = await server.ClientOfAsync("lea");
        await client.PostJsonAsync(work + "/activities", new { comment = new { raw = "Between us" }, @internal = true });
        await lea.PostJsonAsync(work + "/activities", new { comment = new { raw = "Hers" }, @internal = true });
        await client.PostJsonAsync(Comments, new { comment = "Public" });
        var said = (await lea.GetJsonAsync(Comments)).Body.EnumerateArray().ToDictionary(c => c.GetProperty("comment").GetString()!, c => c);

        foreach (var (text, may) in new[] { ("Between us", false), ("Hers", true), ("Public", true) })
        {
            var path = $"{Comments}/{said[text].GetProperty("guid").GetString()}";
            Assert.That(said[text].GetProperty("authorization").GetProperty("comment_actions").GetArrayLength(), Is.EqualTo(may ? 2 : 0), text);
            Assert.That((int)(await lea.AnswerAsync(HttpMethod.Put, path, new { comment = text + "!" })).Status, Is.EqualTo(may ? 200 : 403), text);
            Assert.That((int)(await lea.AnswerAsync(HttpMethod.Delete, path)).Status, Is.EqualTo(may ? 204 : 403), text);
        }
    }

    [Test]
    public async Task What_answered_a_comment_that_is_taken_back_answers_nothing_and_what_showed_a_viewpoint_that_is_gone_shows_none()
    {
        var view = await client.PostJsonAsync(topic + "/viewpoints", new { lines = Array.Empty<object>() });
        var first = await client.PostJsonAsync(Comments, new { comment = "First" });
        var second = await client.PostJsonAsync(Comments, new { comment = "Second", reply_to_comment_guid = Guid(first), viewpoint_guid = view["guid"].GetString() });

        await client.AnswerAsync(HttpMethod.Delete, $"{Comments}/{Guid(first)}");
        Assert.That((int)(await client.AnswerAsync(HttpMethod.Delete, $"{topic}/viewpoints/{view["guid"].GetString()}")).Status, Is.EqualTo(204));

        var left = await client.GetJsonAsync($"{Comments}/{Guid(second)}");
        Assert.That(left["reply_to_comment_guid"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(left["viewpoint_guid"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("""{}""", "Comment can't be blank.")]
    [TestCase("""{"comment":" "}""", "Comment can't be blank.")]
    [TestCase("""{"comment":1}""", "Comment is invalid.")]
    [TestCase("""{"comment":"x","viewpoint_guid":"00000000-0000-4000-8000-000000000000"}""", "Viewpoint does not exist.")]
    [TestCase("""{"comment":"x","viewpoint_guid":"nonsense"}""", "Viewpoint does not exist.")]
    [TestCase("""{"comment":"x","reply_to_comment_guid":"00000000-0000-4000-8000-000000000000"}""", "Bcf comment does not exist.")]
    public async Task A_wrong_comment_is_refused(string body, string message)
    {
        var answer = await client.PostJsonAsync(Comments, body);

        Assert.That(((int)answer.Status, answer["message"].GetString()), Is.EqualTo((422, message)));
    }

    [Test]
    public async Task A_comment_of_another_topic_is_none_of_this()
    {
        var other = $"{topics}/{(await client.PostJsonAsync(topics, new { title = "Other" }))["guid"].GetString()}";
        var comment = await client.PostJsonAsync(other + "/comments", new { comment = "There" });

        Assert.That((int)(await client.GetJsonAsync($"{Comments}/{Guid(comment)}")).Status, Is.EqualTo(404));
        Assert.That((int)(await client.PostJsonAsync(Comments, new { comment = "x", reply_to_comment_guid = Guid(comment) })).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Comments_are_filtered_ordered_and_cut()
    {
        await client.PostJsonAsync(Comments, new { comment = "Mine" });
        await mira.PostJsonAsync(Comments, new { comment = "Hers" });

        Assert.That(Texts(await client.GetJsonAsync(Comments + "?$filter=author eq 'MIRA@example.net'")), Is.EqualTo(new[] { "Hers" }));
        Assert.That(Texts(await client.GetJsonAsync(Comments + "?$orderby=date desc&$top=1")), Is.EqualTo(new[] { "Hers" }));
        Assert.That(Texts(await client.GetJsonAsync(Comments + "?$filter=date gt 2100-01-01")), Is.Empty);
        Assert.That((int)(await client.GetJsonAsync(Comments + "?$filter=comment eq 'x'")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Events_tell_what_happened_by_either_API()
    {
        var comment = await client.PostJsonAsync(Comments, new { comment = "Said" });
        await mira.AnswerAsync(HttpMethod.Put, topic, new { title = "Retitled", labels = new[] { "MEP" }, assigned_to = "mira@example.net" });
        await mira.AnswerAsync(HttpMethod.Put, $"{Comments}/{Guid(comment)}", new { comment = "Said otherwise" });
        var lockVersion = (await client.GetJsonAsync(work))["lockVersion"].GetInt32();
        await client.PatchJsonAsync(work, new { lockVersion, dueDate = "2030-01-02" });

        var events = (await client.GetJsonAsync(topic + "/events")).Body.EnumerateArray().ToList();
        Assert.That(events, Has.Count.EqualTo(3));
        Assert.That(Types(events[0]), Is.EqualTo("topic_created title_updated status_updated type_updated priority_updated"));
        Assert.That(Types(events[1]), Is.EqualTo("title_updated assigned_to_updated label_added"));
        Assert.That(events[1].GetProperty("author").GetString(), Is.EqualTo("mira@example.net"));
        Assert.That(events[1].GetProperty("actions")[0].GetProperty("value").GetString(), Is.EqualTo("Retitled"));
        Assert.That(Types(events[2]), Is.EqualTo("due_date_updated"));
        Assert.That(events[2].GetProperty("events")[0].GetProperty("value").GetString(), Is.EqualTo("2030-01-02"));

        var guid = topic.Split('/')[^1];
        Assert.That(await CountAsync($"{topics}/events?$filter=topic_guid eq '{guid}' and type eq 'label_added'"), Is.EqualTo(1));
        Assert.That(await CountAsync($"{topics}/events?$filter=topic_guid eq '{guid}' and type eq 'label_removed'"), Is.Zero);
        Assert.That(await CountAsync($"{topics}/events?$filter=topic_guid eq '{guid}' and author eq 'mira@example.net'"), Is.EqualTo(1));

        var said = (await client.GetJsonAsync($"{Comments}/{Guid(comment)}/events")).Body.EnumerateArray().ToList();
        Assert.That(said.Select(Types), Is.EqualTo(new[] { "comment_created comment_text_updated", "comment_text_updated" }));
        Assert.That(said[0].GetProperty("actions")[1].GetProperty("value").GetString(), Is.EqualTo("Said"));
        Assert.That(said[1].GetProperty("actions")[0].GetProperty("value").GetString(), Is.EqualTo("Said otherwise"));
        Assert.That(await CountAsync($"{topics}/comments/events?$filter=comment_guid eq '{Guid(comment)}' and type eq 'comment_created'"), Is.EqualTo(1));
        Assert.That(await CountAsync($"{topics}/comments/events?$filter=topic_guid eq '{guid}'&$orderby=date desc&$top=1"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_taken_away_is_told_too()
    {
        await client.AnswerAsync(HttpMethod.Put, topic, new { title = "Discussed", labels = new[] { "MEP" }, description = "Text", due_date = "2030-01-01", assigned_to = "mira@example.net" });
        await mira.AnswerAsync(HttpMethod.Put, topic, new { title = "Discussed" });

        var last = (await client.GetJsonAsync(topic + "/events?$orderby=date desc&$top=1")).Body[0];
        Assert.That(Types(last), Is.EqualTo("description_removed due_date_removed assigned_to_removed label_removed"));
        foreach (var type in Types(last).Split(' '))
            Assert.That(await CountAsync($"{topic}/events?$filter=type eq '{type}'"), Is.EqualTo(1), type);
    }

    private async Task<int> CountAsync(string path)
    {
        var answer = await client.GetJsonAsync(path);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Body.GetArrayLength();
    }

    private static string Types(JsonElement told) => string.Join(' ', told.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("type").GetString()));

    private static IEnumerable<string?> Texts(ApiAnswer list) => list.Body.EnumerateArray().Select(c => c.GetProperty("comment").GetString());

    private static string Guid(ApiAnswer made) => made["guid"].GetString()!;
}
