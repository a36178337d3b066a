using System.Net;
using System.Text.Json;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>A topic is a work package: what one API writes the other reads, under the same rules.</summary>
[OnEachDatabase]
public sealed class BcfTopicTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;
    private string topics = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
        topics = await server.UseModelsAsync("demo-project");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        mira.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_title_is_enough_and_the_rest_has_its_defaults()
    {
        var made = await client.PostJsonAsync(topics, new { title = "Clash" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(Guid.TryParseExact(made["guid"].GetString(), "D", out _), Is.True);
        Assert.That(made["topic_type"].GetString(), Is.EqualTo("Task"));
        Assert.That(made["topic_status"].GetString(), Is.EqualTo("New"));
        Assert.That(made["priority"].GetString(), Is.EqualTo("Normal"));
        Assert.That(made["creation_author"].GetString(), Does.Contain("@"));
        Assert.That(made["modified_author"].GetString(), Is.EqualTo(made["creation_author"].GetString()));
        Assert.That(made["labels"].GetArrayLength(), Is.Zero);
        foreach (var name in new[] { "index", "stage", "description", "assigned_to", "due_date", "bim_snippet" })
            Assert.That(made[name].ValueKind, Is.EqualTo(JsonValueKind.Null), name);
        Assert.That((await client.GetJsonAsync($"{topics}/{made["guid"].GetString()!.ToUpperInvariant()}")).Text, Is.EqualTo(made.Text));
    }

    [Test]
    public async Task Fields_that_must_be_given_are_asked_for_by_a_server_that_nobody_asks_for_anything_else()
    {
        using var own = new ApiServer(provider);
        using var admin = own.Client();
        var path = await own.UseModelsAsync("demo-project");
        await own.DefineAsync(new CustomFieldSpec("Department", CustomizedKind.WorkPackage, CustomFieldFormat.String) { IsRequired = true });

        var refused = await admin.PostJsonAsync(path, new { title = "Without" });
        Assert.That((refused.Status, refused.Text.Contains("Department")), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)), refused.Text);
    }

    [Test]
    public async Task All_of_it_comes_back_and_API_v3_sees_the_work_package()
    {
        var made = await client.PostJsonAsync(topics, Whole("Everything"));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(made["description"].GetString(), Is.EqualTo("**Loud**"));
        Assert.That(made["labels"].EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "MEP", "Brand new" }));
        Assert.That(made["index"].GetInt32(), Is.EqualTo(7));
        Assert.That(made["stage"].GetString(), Is.EqualTo("Design"));
        Assert.That(made["due_date"].GetString(), Is.EqualTo("2030-05-06"));
        Assert.That(made["assigned_to"].GetString(), Does.StartWith("mira"));
        Assert.That(made["bim_snippet/reference"].GetString(), Is.EqualTo("https://example.com/a.ifc"));
        Assert.That(made["reference_links/1"].GetString(), Is.EqualTo("https://example.com/spec"));

        var work = await client.GetJsonAsync(made["reference_links/0"].GetString()!);
        Assert.That(work["subject"].GetString(), Is.EqualTo("Everything"));
        Assert.That(work["description/html"].GetString(), Does.Contain("<strong>"));
        Assert.That(work["_links/priority/title"].GetString(), Is.EqualTo("High"));
        Assert.That(work["dueDate"].GetString(), Is.EqualTo("2030-05-06"));

        var words = await client.GetJsonAsync("/api/bcf/2.1/projects/demo-project/extensions");
        Assert.That(words["topic_label"].EnumerateArray().Select(l => l.GetString()), Does.Contain("Brand new"));
    }

    [Test]
    public async Task What_is_left_out_of_a_PUT_is_emptied()
    {
        var made = await client.PostJsonAsync(topics, Whole("To be emptied"));
        var put = await PutAsync(client, Self(made), new { title = "Bare" });

        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK), put.Text);
        Assert.That(put["title"].GetString(), Is.EqualTo("Bare"));
        Assert.That(put["priority"].GetString(), Is.EqualTo("Normal"));
        Assert.That(put["labels"].GetArrayLength(), Is.Zero);
        Assert.That(put["reference_links"].GetArrayLength(), Is.EqualTo(1));
        foreach (var name in new[] { "index", "stage", "description", "assigned_to", "due_date", "bim_snippet" })
            Assert.That(put[name].ValueKind, Is.EqualTo(JsonValueKind.Null), name);
        Assert.That(put["guid"].GetString(), Is.EqualTo(made["guid"].GetString()));
        Assert.That(put["creation_date"].GetString(), Is.EqualTo(made["creation_date"].GetString()));
    }

    [Test]
    public async Task Each_change_counts_as_one_of_the_work_package_also_where_that_has_no_attribute_for_it()
    {
        var made = await client.PostJsonAsync(topics, new { title = "Counted" });
        var work = made["reference_links/0"].GetString()!;
        var before = (await client.GetJsonAsync(work))["lockVersion"].GetInt32();

        await PutAsync(mira, Self(made), new { title = "Counted", labels = new[] { "MEP" } });

        var after = await client.GetJsonAsync(work);
        Assert.That(after["lockVersion"].GetInt32(), Is.EqualTo(before + 1));
        Assert.That((await client.GetJsonAsync(Self(made)))["modified_author"].GetString(), Does.StartWith("mira"));
        var stale = await client.PatchJsonAsync(work, new { lockVersion = before, subject = "Stale" });
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
        var changed = await client.PatchJsonAsync(work, new { lockVersion = before + 1, subject = "By API v3" });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.Text);
        Assert.That((await client.GetJsonAsync(Self(made)))["title"].GetString(), Is.EqualTo("By API v3"));
    }

    [Test]
    public async Task A_link_makes_a_work_package_a_topic_once()
    {
        var work = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Old", description = new { raw = "Kept" } });
        var self = work["_links/self/href"].GetString()!;
        var made = await client.PostJsonAsync(topics, new { title = "Adopted", reference_links = new[] { "https://example.com/x", "https://op.example.com" + self } });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That(made["reference_links"].EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { self, "https://example.com/x" }));
        Assert.That(made["description"].GetString(), Is.EqualTo("Kept"));
        Assert.That((await client.GetJsonAsync(self))["subject"].GetString(), Is.EqualTo("Adopted"));

        var again = await client.PostJsonAsync(topics, new { title = "Again", reference_links = new[] { self } });
        AssertRefused(again, 422, "Work package has already been taken.");
        AssertRefused(await client.PostJsonAsync(topics, new { title = "None", reference_links = new[] { "/api/v3/work_packages/999999" } }), 422, "Work package does not exist.");
    }

    [Test]
    public async Task Both_go_together()
    {
        var byBcf = await client.PostJsonAsync(topics, new { title = "Goes by BCF", labels = new[] { "MEP" } });
        var byV3 = await client.PostJsonAsync(topics, new { title = "Goes by API v3" });

        Assert.That((await client.DeleteAsync(Self(byBcf))).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(byBcf["reference_links/0"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        AssertRefused(await client.GetJsonAsync(Self(byBcf)), 404, "The requested resource could not be found.");

        Assert.That((int)(await client.DeleteJsonAsync(byV3["reference_links/0"].GetString()!)).Status, Is.EqualTo(204));
        Assert.That((await client.GetJsonAsync(Self(byV3))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{}""", "Title can't be blank.")]
    [TestCase("""{"title":" "}""", "Title can't be blank.")]
    [TestCase("""{"title":5}""", "Title is invalid.")]
    [TestCase("""{"title":"x","topic_type":"Nonsense"}""", "Type does not exist.")]
    [TestCase("""{"title":"x","topic_status":"Nonsense"}""", "Status does not exist.")]
    [TestCase("""{"title":"x","priority":"Nonsense"}""", "Priority does not exist.")]
    [TestCase("""{"title":"x","assigned_to":"nobody@nowhere"}""", "Assignee does not exist.")]
    [TestCase("""{"title":"x","due_date":"tomorrow"}""", "Due date is not a valid date.")]
    [TestCase("""{"title":"x","index":"first"}""", "Index is not an integer.")]
    [TestCase("""{"title":"x","index":1.5}""", "Index is not an integer.")]
    [TestCase("""{"title":"x","labels":"MEP"}""", "Labels is invalid.")]
    [TestCase("""{"title":"x","labels":[1]}""", "Labels is invalid.")]
    [TestCase("""{"title":"x","labels":["a\nb"]}""", "Labels is invalid.")]
    [TestCase("""{"title":"x","bim_snippet":{"snippet_type":".ifc"}}""", "Bim snippet is invalid.")]
    public async Task A_wrong_value_is_refused_in_one_sentence(string body, string message)
    {
        var answer = await client.PostJsonAsync(topics, body);

        Assert.That((int)answer.Status, Is.EqualTo(422), answer.Text);
        Assert.That(answer["message"].GetString(), Does.Contain(message));
    }

    [Test]
    public async Task Several_wrong_values_are_told_at_once() => AssertRefused(
        await client.PostJsonAsync(topics, """{"topic_type":"No","topic_status":"No"}"""),
        422,
        "Multiple field constraints have been violated. Type does not exist. Status does not exist. Title can't be blank.");

    [Test]
    public async Task A_title_too_long_is_refused() =>
        Assert.That((await client.PostJsonAsync(topics, new { title = new string('x', 256) }))["message"].GetString(), Does.StartWith("Title is too long"));

    [Test]
    public async Task The_workflow_says_which_status_comes_next()
    {
        var made = await mira.PostJsonAsync(topics, new { title = "Flows" });
        var next = made["authorization/topic_status"].EnumerateArray().Select(s => s.GetString()!).ToList();
        var form = await mira.PostJsonAsync(made["reference_links/0"].GetString() + "/form", "{}");
        var allowed = form["_embedded/schema/status/_links/allowedValues"].EnumerateArray().Select(s => s.GetProperty("title").GetString());

        Assert.That(next, Is.EquivalentTo(allowed).And.Contains("New"));
        var last = next[^1];
        Assert.That((await PutAsync(mira, Self(made), new { title = "Flows", topic_status = last }))["topic_status"].GetString(), Is.EqualTo(last));
    }

    private static object Whole(string title) => new
    {
        title,
        topic_type = "Task",
        topic_status = "New",
        priority = "High",
        index = 7,
        labels = new[] { "MEP", "Brand new" },
        stage = "Design",
        description = "**Loud**",
        due_date = "2030-05-06T10:00:00Z",
        assigned_to = "MIRA@example.net",
        reference_links = new[] { "https://example.com/spec" },
        bim_snippet = new { snippet_type = ".ifc", is_external = true, reference = "https://example.com/a.ifc", reference_schema = "https://example.com/ifc.xsd" },
        unknown = new { member = true },
    };

    private string Self(ApiAnswer topic) => $"{topics}/{topic["guid"].GetString()}";

    private static Task<ApiAnswer> PutAsync(HttpClient client, string path, object body) => client.AnswerAsync(HttpMethod.Put, path, body);

    private static void AssertRefused(ApiAnswer answer, int status, string message)
    {
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(answer["message"].GetString(), Is.EqualTo(message));
        Assert.That(answer.Body.EnumerateObject().Count(), Is.EqualTo(1));
    }
}
