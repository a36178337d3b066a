using System.Net;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>Whoever fills in a form can follow every link that it prints: none leads to what is not served.</summary>
[TestFixture]
public sealed class FormLinksTests
{
    [Test]
    public async Task Every_link_of_every_form_leads_somewhere()
    {
        using var server = new ApiServer();
        using var client = server.Client();
        var document = (await client.GetJsonAsync("/api/v3/openapi.json")).Body;
        var (answered, followed) = (0, new HashSet<string>());

        foreach (var path in document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => p.EndsWith("/form", StringComparison.Ordinal)))
        {
            if (await Addresses.OfAsync(client, path) is not { } address)
                continue;
            var form = await client.PostJsonAsync(address, new { });
            if (form.Status != HttpStatusCode.OK)
                continue;
            answered++;
            foreach (var href in HrefsOf(form.Body).Where(h => !h.StartsWith("urn:", StringComparison.Ordinal)).Where(followed.Add))
                Assert.That((await client.GetJsonAsync(href)).Status, Is.EqualTo(HttpStatusCode.OK), $"{href} in the answer to POST {address}");
        }

        Assert.That(answered, Is.GreaterThanOrEqualTo(8));
        Assert.That(followed, Has.Count.GreaterThanOrEqualTo(20));
    }

    // Links that are not for GET, or need something filled in first, are left out.
    private static IEnumerable<string> HrefsOf(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(HrefsOf),
        JsonValueKind.Object when IsLink(node) => [node.GetProperty("href").GetString()!],
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => HrefsOf(member.Value)),
        _ => [],
    };

    private static bool IsLink(JsonElement node) =>
        node.TryGetProperty("href", out var href) && href.ValueKind == JsonValueKind.String
        && (!node.TryGetProperty("method", out var method) || method.GetString() == "get") && !node.TryGetProperty("templated", out _);
}
