using Microsoft.AspNetCore.Http;
using OpenProject.Api.V3;

namespace OpenProject.Api.Tests.V3;

internal sealed class ChallengeTests
{
    [Test]
    public void Bearer_names_the_metadata_by_the_address_of_the_request()
    {
        Assert.That(
            Challenge.Bearer(Request("https", "op.example.com"), publicBaseUrl: null, "api_v3"),
            Is.EqualTo("Bearer realm=\"OpenProject API\", resource_metadata=\"https://op.example.com/.well-known/oauth-protected-resource\", scope=\"api_v3\""));
        Assert.That(Challenge.Bearer(Request("http", "localhost:8080"), publicBaseUrl: null, "mcp"), Does.Contain("\"http://localhost:8080/.well-known/").And.EndsWith("scope=\"mcp\""));
    }

    [TestCase("https://world.example")]
    [TestCase("https://world.example/")]
    public void The_public_address_wins_over_the_host_header(string publicBaseUrl)
    {
        Assert.That(
            Challenge.Bearer(Request("http", "evil.example"), publicBaseUrl, "api_v3"),
            Does.Contain("resource_metadata=\"https://world.example/.well-known/oauth-protected-resource\""));
    }

    [Test]
    public void Error_and_description_come_last_and_quotes_are_escaped()
    {
        Assert.That(
            Challenge.Bearer(Request("https", "h"), publicBaseUrl: null, "api_v3", "invalid_token", "a \"b\" \\ c"),
            Does.EndWith(", scope=\"api_v3\", error=\"invalid_token\", error_description=\"a \\\"b\\\" \\\\ c\""));
    }

    private static DefaultHttpContext Request(string scheme, string host)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;
        http.Request.Host = new HostString(host);
        return http;
    }
}
