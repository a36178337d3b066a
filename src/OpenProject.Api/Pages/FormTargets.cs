namespace OpenProject.Api.Pages;

/// <summary>
/// Where a page's forms may lead. Browsers hold a form's whole way against <c>form-action</c>, redirects included, so a
/// page whose form ends at an application must name it.
/// </summary>
public static class FormTargets
{
    private static readonly object Key = new();

    /// <summary>Lets the forms of the page that is being made lead to the origin of an address, or its scheme when that is an application's own.</summary>
    public static void AllowFormsTo(this HttpContext http, Uri address) => http.Items[Key] = SourceOf(address);

    /// <summary>The sources for <c>form-action</c>.</summary>
    internal static string FormAction(this HttpContext http) => http.Items[Key] is string source ? "'self' " + source : "'self'";

    // The grammar of policies has no IPv6 addresses.
    private static string SourceOf(Uri address) =>
        address.Scheme is not ("http" or "https") || address.HostNameType == UriHostNameType.IPv6
            ? address.Scheme + ":"
            : $"{address.Scheme}://{address.IdnHost}:{address.Port}";
}
