using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>The document is held against what the server answers: every list, the first of each, and what a wrong id gets.</summary>
[TestFixture]
public sealed class ContractTruthTests
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private JsonElement document;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        client = server.Client();
        document = (await client.GetJsonAsync("/api/v3/openapi.json")).Body;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Every_answer_to_GET_is_as_documented()
    {
        var answered = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)))
        {
            if (await Addresses.OfAsync(client, path.Name) is not { } address)
                continue;
            var answer = await client.GetJsonAsync(address);
            answered += answer.Status == System.Net.HttpStatusCode.OK ? 1 : 0;
            Assert.That(await FaultsAsync(path.Value.GetProperty("get"), answer), Is.Empty, $"GET {address}: {answer}");
        }

        Assert.That(answered, Is.GreaterThanOrEqualTo(10));
    }

    [Test]
    public async Task What_is_missing_is_answered_as_documented()
    {
        var answer = await client.GetJsonAsync("/api/v3/statuses/999999");

        Assert.That(await FaultsAsync(Operation("/api/v3/statuses/{id}", "get"), answer), Is.Empty, answer.ToString());
    }

    [Test]
    public async Task Forms_are_answered_as_documented()
    {
        var answer = await client.PostJsonAsync("/api/v3/work_packages/form", new { _links = new { project = new { href = "/api/v3/projects/1" } } });

        Assert.That(answer.Status, Is.EqualTo(System.Net.HttpStatusCode.OK));
        Assert.That(await FaultsAsync(Operation("/api/v3/work_packages/form", "post"), answer), Is.Empty, answer.ToString());
    }

    [Test]
    public async Task A_wrong_answer_would_be_noticed()
    {
        var answer = await client.GetJsonAsync("/api/v3/types/1");

        Assert.That(await FaultsAsync(Operation("/api/v3/statuses/{id}", "get"), answer), Is.Not.Empty);
    }

    private JsonElement Operation(string path, string method) => document.GetProperty("paths").GetProperty(path).GetProperty(method);

    private Task<IReadOnlyList<string>> FaultsAsync(JsonElement operation, ApiAnswer answer) => ContractFaults.OfAsync(document, operation, answer);
}
