using System.Net;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

[TestFixture]
public sealed class ServedContractTests
{
    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer();

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [TestCase("/api/v3/openapi.json", "application/json")]
    [TestCase("/api/v3/spec.json", "application/json")]
    [TestCase("/api/v3/spec.yml", "text/vnd.yaml")]
    public async Task Anybody_may_read_it_and_ask_whether_it_changed(string path, string contentType)
    {
        var client = server.Anonymous();
        var answer = await client.GetJsonAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        var unchanged = await client.AnswerAsync(again);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
            Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo(contentType));
            Assert.That(unchanged.Status, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(unchanged.Text, Is.Empty);
        });
    }

    [Test]
    public async Task It_is_OpenAPI_3_1()
    {
        var answer = await server.Anonymous().GetJsonAsync("/api/v3/openapi.json");

        Assert.That(answer["openapi"].GetString(), Does.StartWith("3.1."));
    }

    [Test]
    public async Task Its_operations_are_the_routes_of_the_API()
    {
        await server.Anonymous().GetJsonAsync("/api/v3");
        var routes = Routes.Named(server.Services).ToList();
        var document = (await server.Anonymous().GetJsonAsync("/api/v3/openapi.json")).Body;

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => o.Value.GetProperty("operationId").GetString()));

        Assert.That(routes, Is.Not.Empty);
        Assert.That(operations, Is.EquivalentTo(routes));
    }

    [Test]
    public async Task No_component_is_referred_to_that_is_missing_and_none_is_there_that_is_not_referred_to()
    {
        var answer = await server.Anonymous().GetJsonAsync("/api/v3/openapi.json");
        var referred = new HashSet<string>(StringComparer.Ordinal);
        Collect(answer.Body, referred);

        var defined = answer["components/schemas"].EnumerateObject().Select(s => "#/components/schemas/" + s.Name);
        Assert.That(referred, Is.EquivalentTo(defined));
    }

    private static void Collect(JsonElement json, HashSet<string> referred)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Collect(item, referred);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                if (member is { Name: "$ref", Value.ValueKind: JsonValueKind.String })
                    referred.Add(member.Value.GetString()!);
                else
                    Collect(member.Value, referred);
            }
        }
    }
}
