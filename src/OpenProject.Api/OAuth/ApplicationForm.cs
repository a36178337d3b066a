using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.OAuth;

/// <summary>What an administrator says of an application, as its form sends it.</summary>
public sealed class ApplicationForm
{
    /// <summary>What people see when they are asked.</summary>
    [FromForm(Name = "name")]
    public string? Name { get; set; }

    /// <summary>Where people may be sent back to, one in a line.</summary>
    [FromForm(Name = "redirect_uri")]
    public string? RedirectUris { get; set; }

    /// <summary>Whether it can keep a secret.</summary>
    [FromForm(Name = "confidential")]
    public bool Confidential { get; set; }

    /// <summary>What it may ask for.</summary>
    [FromForm(Name = "scopes")]
    public string[]? Scopes { get; set; }

    /// <summary>The login of the user as whom it acts when it comes for itself; blank for nobody.</summary>
    [FromForm(Name = "client_credentials_user")]
    public string? ClientCredentialsUser { get; set; }

    /// <summary>The form for a new one.</summary>
    public static ApplicationForm Blank() => new() { Confidential = true, Scopes = [OAuthScope.Default] };

    /// <summary>The form for changes of one.</summary>
    public static ApplicationForm Of(OAuthApplicationDto application) => new()
    {
        Name = application.Name,
        RedirectUris = string.Join('\n', application.RedirectUris),
        Confidential = application.Confidential,
        Scopes = [.. application.Scopes],
        ClientCredentialsUser = application.ClientCredentialsUserLogin,
    };

    /// <summary>What it says, with the user that is meant.</summary>
    public OAuthApplicationDraft Draft(long? clientCredentialsUserId) => new(
        Name, RedirectUris?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [], Confidential, Scopes ?? [], clientCredentialsUserId);
}
