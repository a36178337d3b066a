using Microsoft.Extensions.Options;

namespace OpenProject.Api.OAuth;

/// <summary>
/// The resources that clients may say they want a token for (RFC 8707): the installation as a whole, which is what is meant
/// when they say nothing, and each of its APIs. A final slash does not count, as programs add it to a bare host.
/// </summary>
public sealed class ResourceIndicators(IOptions<PublicAddress> address)
{
    /// <summary>The installation as a whole.</summary>
    public string WholeOf(HttpRequest request) => address.Value.BaseFor(request);

    /// <summary>The resource as it is printed in its metadata; null when it is none of ours.</summary>
    public string? Find(HttpRequest request, string resource)
    {
        var (known, wanted) = (WholeOf(request), resource.TrimEnd('/'));
        return wanted == known || ProtectedResource.All.Any(api => wanted == known + api.Path) ? wanted : null;
    }

    /// <summary>
    /// Whether a token for these audiences is meant for an API. Where no public address is configured any host counts, since
    /// then each request calls the installation as it likes.
    /// </summary>
    public bool Covers(HttpRequest request, IEnumerable<string> audiences, ProtectedResource api)
    {
        var whole = WholeOf(request);
        return address.Value.IsConfigured
            ? audiences.Any(audience => audience == whole || audience == whole + api.Path)
            : audiences.Any(audience => Uri.TryCreate(audience, UriKind.Absolute, out var uri)
                && uri.AbsolutePath.TrimEnd('/') is var path && (path == request.PathBase || path == request.PathBase + api.Path));
    }
}
