using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.ApiTokens;

/// <summary>What a person says of an API token to be made.</summary>
public sealed class AccessTokenForm
{
    /// <summary>What it is for.</summary>
    [FromForm(Name = "name")]
    public string? Name { get; set; }

    /// <summary>The last day it works, <c>YYYY-MM-DD</c> in UTC; blank for ever.</summary>
    [FromForm(Name = "expires_at")]
    public string? ExpiresOn { get; set; }
}
