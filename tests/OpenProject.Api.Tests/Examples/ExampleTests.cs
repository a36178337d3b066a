using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Examples;

/// <summary>What the description of the API shows forms, schemas and aggregations by.</summary>
public sealed class ExampleTests
{
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer();
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task The_form_judges_what_it_is_sent_and_offers_nothing_to_be_stored()
    {
        var valid = await client.PostJsonAsync("/api/v3/example/form", new { subject = "A title" });
        var invalid = await client.PostJsonAsync("/api/v3/example/form", new { subject = new string('s', 256) });

        Assert.That(valid["_embedded/payload/subject"].GetString(), Is.EqualTo("A title"), valid.ToString());
        Assert.That(valid["_embedded/validationErrors"].EnumerateObject(), Is.Empty);
        Assert.That(valid["_links"].TryGetProperty("commit", out _), Is.False);
        Assert.That(invalid["_embedded/validationErrors/subject/message"].GetString(), Is.EqualTo("Subject is too long (maximum is 255 characters)."));
        Assert.That((await client.PostJsonAsync("/api/v3/example/form", "[")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_schema_tells_what_the_form_asks_for()
    {
        var schema = await client.GetJsonAsync("/api/v3/example/schema");

        Assert.That((schema["subject/type"].GetString(), schema["subject/required"].GetBoolean(), schema["subject/maxLength"].GetInt32()), Is.EqualTo(("String", true, 255)), schema.ToString());
    }

    [Test]
    public async Task Work_packages_are_grouped_and_summed()
    {
        var list = await client.GetJsonAsync("/api/v3/examples?groupBy=status&showSums=true");

        Assert.That(list["groups"].GetArrayLength(), Is.GreaterThan(1), list.ToString());
        Assert.That(list["groups/0/sums"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Object));
    }
}
