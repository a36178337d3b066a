using System.ComponentModel.DataAnnotations;

namespace OpenProject.Api;

/// <summary>
/// Where clients reach the installation, from the top-level setting <c>PublicBaseUrl</c>. Set it behind a proxy: what
/// clients send as <c>Host</c> is then neither needed nor trusted for absolute URLs.
/// </summary>
public sealed class PublicAddress : IValidatableObject
{
    /// <summary>Absolute, e.g. <c>https://op.example.com</c> or <c>https://example.com/openproject</c>; null means that of each request.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>The path under which the installation lies on its host: <c>/openproject</c>, or empty.</summary>
    public PathString Prefix =>
        string.IsNullOrWhiteSpace(PublicBaseUrl) ? PathString.Empty : new PathString(new Uri(PublicBaseUrl).AbsolutePath.TrimEnd('/'));

    /// <summary>Whether it is set.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(PublicBaseUrl);

    /// <summary>The address without a final slash.</summary>
    public string BaseFor(HttpRequest request) =>
        string.IsNullOrWhiteSpace(PublicBaseUrl) ? $"{request.Scheme}://{request.Host}{request.PathBase}" : PublicBaseUrl.TrimEnd('/');

    /// <summary>The host, with its port when it is not the scheme's own.</summary>
    public string HostFor(HttpRequest request) =>
        string.IsNullOrWhiteSpace(PublicBaseUrl) ? request.Host.Value ?? "" : new Uri(PublicBaseUrl).Authority;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(PublicBaseUrl))
            yield break;
        if (!Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length > 0)
            yield return new ValidationResult($"PublicBaseUrl is '{PublicBaseUrl}'; it must be an absolute http or https address without query, such as https://op.example.com.");
    }
}
