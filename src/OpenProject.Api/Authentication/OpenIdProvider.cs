namespace OpenProject.Api.Authentication;

/// <summary>The settings of one OpenID Connect provider.</summary>
public sealed class OpenIdProvider
{
    /// <summary>Whether it is available; one that is not is neither told of nor asked.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What its tokens name as their issuer.</summary>
    public string? Issuer { get; set; }

    /// <summary>What it calls this installation.</summary>
    public string? ClientId { get; set; }

    /// <summary>Where it publishes its keys.</summary>
    public string? JwksUri { get; set; }
}
