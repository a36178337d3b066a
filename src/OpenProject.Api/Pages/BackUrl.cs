using Microsoft.AspNetCore.WebUtilities;

namespace OpenProject.Api.Pages;

/// <summary>Where to go after signing in, as the visitor's address said: only to a page of this installation.</summary>
public static class BackUrl
{
    private const int LongestAddress = 8192;

    private static readonly Uri Site = new("http://site.invalid");

    /// <summary>The path and query to go to; the start page when the address is none of ours.</summary>
    /// <param name="address">What was asked for: a path, or an absolute address below <paramref name="publicBase"/>.</param>
    /// <param name="prefix">The path under which the installation lies on its host.</param>
    /// <param name="publicBase">The installation's address.</param>
    public static string Within(string? address, PathString prefix, string publicBase)
    {
        var home = prefix + "/";
        if (string.IsNullOrEmpty(address) || address.Length > LongestAddress)
            return home;
        if (address.StartsWith(publicBase + "/", StringComparison.OrdinalIgnoreCase))
            address = prefix + address[publicBase.Length..];
        return IsPath(address) && new PathString(PathOf(address)).StartsWithSegments(prefix, StringComparison.Ordinal) ? address : home;
    }

    /// <summary>Where an application gets its answer, when the way back is its request to be let in.</summary>
    /// <param name="address">A path of ours, from <see cref="Within"/>.</param>
    /// <param name="prefix">The path under which the installation lies on its host.</param>
    public static Uri? ApplicationBehind(string address, PathString prefix)
    {
        var target = new Uri(Site, address);
        return target.AbsolutePath == prefix + "/oauth/authorize"
            && QueryHelpers.ParseQuery(target.Query).TryGetValue("redirect_uri", out var redirect) && Uri.TryCreate(redirect, UriKind.Absolute, out var application) ? application : null;
    }

    // Browsers read a backslash as a slash and leave out tabs and line breaks, so neither may be anywhere.
    private static bool IsPath(string address) =>
        address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Any(sign => sign is '\\' || char.IsControl(sign) || char.IsWhiteSpace(sign))
        && !PathOf(address).Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or "..");

    private static string PathOf(string address) => address.Split('?', '#')[0];
}
