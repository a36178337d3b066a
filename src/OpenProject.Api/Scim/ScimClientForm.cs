using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>What an administrator says of a new client, as its form sends it.</summary>
public sealed class ScimClientForm
{
    /// <summary>What it is called.</summary>
    [FromForm(Name = "name")]
    public string? Name { get; set; }

    /// <summary>The OpenID Connect provider that it speaks for; blank for none.</summary>
    [FromForm(Name = "provider")]
    public string? Provider { get; set; }

    /// <summary>What that provider's tokens for it have as subject; blank where it comes in otherwise.</summary>
    [FromForm(Name = "subject")]
    public string? Subject { get; set; }

    /// <summary>Whether it gets tokens by OAuth client credentials.</summary>
    [FromForm(Name = "oauth")]
    public bool OAuth { get; set; }

    /// <summary>What it says.</summary>
    public ScimClientDraft Draft() => new(Name, Blank(Provider), Blank(Subject), OAuth);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
