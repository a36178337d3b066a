using OpenProject.Api.OAuth;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>The bodies of answers to callers without good credentials, one form an API.</summary>
internal static class Refusals
{
    /// <summary>Checks media type and body.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="api">Whose.</param>
    /// <param name="word">The error of RFC 6750; <c>unauthorized</c> where there were no credentials.</param>
    public static void AssertBody(ApiAnswer answer, ProtectedResource api, string word)
    {
        var message = word == "unauthorized" ? "You need to be authenticated to access this resource." : "You did not provide the correct credentials.";
        var (type, body) = api.Scope switch
        {
            "api_v3" => (
                "application/hal+json; charset=utf-8",
                $$"""{"_type":"Error","errorIdentifier":"urn:openproject-org:api:v3:errors:Unauthenticated","message":"{{message}}"}"""),
            "scim_v2" => (
                "application/scim+json; charset=utf-8",
                $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"{{word}}","status":"401"}"""),
            "mcp" => ("text/plain; charset=utf-8", word),
            _ => ("application/json; charset=utf-8", $$"""{"message":"{{message}}"}"""),
        };
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo(type));
        Assert.That(answer.Text, Is.EqualTo(body));
    }
}
