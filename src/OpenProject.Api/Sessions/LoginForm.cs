using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Sessions;

/// <summary>What the sign-in page sends.</summary>
public sealed class LoginForm
{
    /// <summary>The login.</summary>
    [FromForm(Name = "username")]
    public string? Username { get; set; }

    /// <summary>The password; never shown again.</summary>
    [FromForm(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [FromForm(Name = "back_url")]
    public string? BackUrl { get; set; }
}
