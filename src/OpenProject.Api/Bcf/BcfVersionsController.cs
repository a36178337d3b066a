using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.V3;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>What clients are told before they sign in, and who they are then (BCF API 2.1 sections 3.1 to 3.3).</summary>
public sealed class BcfVersionsController(
    BcfCurrentUserService users, BcfPolicy policy, IOptions<ApiV3Options> options, IOptions<PublicAddress> address) : BcfController
{
    /// <summary>The versions that are served.</summary>
    [Anonymous]
    [HttpGet("/api/bcf/versions")]
    public BcfAnswer Versions() => BcfAnswer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("versions");
        json.WriteStartObject();
        json.WriteString("version_id", "2.1");
        json.WriteString("detailed_version", "https://github.com/buildingSMART/BCF-API/tree/release_2_1");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>How to sign in.</summary>
    [Anonymous]
    [HttpGet("/" + BcfPaths.Version + "/auth")]
    public BcfAnswer Auth() => BcfAnswer.Of(json =>
    {
        var root = address.Value.BaseFor(Request);
        json.WriteStartObject();
        json.WriteString("oauth2_auth_url", root + "/oauth/authorize");
        json.WriteString("oauth2_token_url", root + "/oauth/token");
        if (policy.DynamicRegistration)
            json.WriteString("oauth2_dynamic_client_reg_url", $"{root}/{BcfRegistrationController.Path}");
        json.WriteBoolean("http_basic_supported", !policy.SpeaksOpenProject && options.Value is { EnableApiTokens: true, EnableBasicAuth: true });
        json.WriteTexts("supported_oauth2_flows", ["authorization_code_grant", "client_credentials"]);
        json.WriteEndObject();
    });

    /// <summary>Who asks.</summary>
    [HttpGet("/" + BcfPaths.Version + "/current-user")]
    public async Task<BcfAnswer> CurrentUser(CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(cancellationToken);
        return BcfAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", user.Id);
            json.WriteString("name", user.Name);
            json.WriteEndObject();
        });
    }
}
