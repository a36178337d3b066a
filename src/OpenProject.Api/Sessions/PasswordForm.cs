using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Sessions;

/// <summary>What the page that changes a password sends.</summary>
public sealed class PasswordForm
{
    /// <summary>The login.</summary>
    [FromForm(Name = "username")]
    public string? Username { get; set; }

    /// <summary>The present password.</summary>
    [FromForm(Name = "password")]
    public string? Password { get; set; }

    /// <summary>The new one.</summary>
    [FromForm(Name = "new_password")]
    public string? NewPassword { get; set; }

    /// <summary>The new one again.</summary>
    [FromForm(Name = "new_password_confirmation")]
    public string? Confirmation { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [FromForm(Name = "back_url")]
    public string? BackUrl { get; set; }
}
