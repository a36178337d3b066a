using OpenProject.Api.Authentication;
using OpenProject.Api.OAuth;

namespace OpenProject.Api.Tests.Authentication;

internal sealed class ChallengeTests
{
    [Test]
    public void Bearer_names_the_metadata()
    {
        Assert.That(
            Challenge.Bearer("https://op.example.com" + ProtectedResource.ApiV3.MetadataPath, "api_v3"),
            Is.EqualTo("Bearer realm=\"OpenProject API\", resource_metadata=\"https://op.example.com/.well-known/oauth-protected-resource\", scope=\"api_v3\""));
        Assert.That(
            Challenge.Bearer("http://localhost:8080" + ProtectedResource.Mcp.MetadataPath, "mcp"),
            Does.Contain("\"http://localhost:8080/.well-known/oauth-protected-resource/mcp\"").And.EndsWith("scope=\"mcp\""));
    }

    [Test]
    public void Error_and_description_come_last_and_quotes_are_escaped()
    {
        Assert.That(
            Challenge.Bearer("https://h", "api_v3", "invalid_token", "a \"b\" \\ c"),
            Does.EndWith(", scope=\"api_v3\", error=\"invalid_token\", error_description=\"a \\\"b\\\" \\\\ c\""));
    }
}
