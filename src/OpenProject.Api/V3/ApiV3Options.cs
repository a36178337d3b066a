using System.ComponentModel.DataAnnotations;

namespace OpenProject.Api.V3;

/// <summary>Settings of API v3 (section <c>ApiV3</c>).</summary>
public sealed class ApiV3Options : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "ApiV3";

    /// <summary>Whether requests without credentials are refused (OpenProject's <c>login_required</c>).</summary>
    public bool LoginRequired { get; set; } = true;

    /// <summary>Whether API tokens are taken as Basic password of the user <c>apikey</c> (<c>apiv3_enable_basic_auth</c>).</summary>
    public bool EnableBasicAuth { get; set; } = true;

    /// <summary>Whether API tokens are taken at all, as bearer or as Basic password, here, by MCP and by BCF (<c>api_tokens_enabled</c>).</summary>
    public bool EnableApiTokens { get; set; } = true;

    /// <summary>Whether scripts of the listed origins may call with credentials (<c>apiv3_cors_enabled</c>).</summary>
    public bool CorsEnabled { get; set; }

    /// <summary>The origins, such as <c>https://app.example.com</c>, separated by blanks (<c>apiv3_cors_origins</c>).</summary>
    public string CorsOrigins { get; set; } = "";

    /// <summary>The listed origins.</summary>
    public IReadOnlyList<string> Origins => CorsOrigins.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Elements a page when none are asked for (the first of <c>per_page_options</c>).</summary>
    [Range(1, 1000)]
    public int DefaultPageSize { get; set; } = 20;

    /// <summary>The largest page (<c>apiv3_max_page_size</c>).</summary>
    [Range(1, 100_000)]
    public int MaxPageSize { get; set; } = 1000;

    /// <summary>The largest JSON body, in bytes.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>The name of the installation (<c>app_title</c>).</summary>
    [Required]
    public string InstanceName { get; set; } = "OpenProject";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from origin in Origins
        where !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin
        select new ValidationResult($"{Section}:CorsOrigins has '{origin}'; an origin is scheme and host, such as https://app.example.com.");
}
