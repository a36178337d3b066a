using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Composition;

[TestFixture]
public sealed class ServerTests
{
    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer();

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task A_request_without_credentials_is_refused_in_the_API_s_words()
    {
        var answer = await server.Anonymous().GetJsonAsync("/api/v3/statuses");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:errors:Unauthenticated"));
    }

    [Test]
    public async Task A_path_that_is_none_of_the_API_is_not_found()
    {
        var answer = await server.Anonymous().GetJsonAsync("/nothing/here");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Every_answer_names_its_request()
    {
        var first = await server.Anonymous().GetJsonAsync("/api/v3/statuses");
        var second = await server.Anonymous().GetJsonAsync("/nothing/here");

        var ids = new[] { first, second }.Select(a => a.Headers.GetValues("X-Request-Id").Single()).ToArray();
        Assert.That(ids, Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public async Task The_administrator_s_key_opens_the_API()
    {
        var answer = await server.Client().GetJsonAsync("/api/v3/statuses");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["_embedded/elements/0/name"].GetString(), Is.EqualTo("New"));
    }

    [Test]
    public async Task The_database_lies_in_the_data_directory()
    {
        await server.Anonymous().GetJsonAsync("/api/v3/statuses");

        Assert.That(File.Exists(Path.Combine(server.DataDirectory, "openproject.db")), Is.True);
    }
}
