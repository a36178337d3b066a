using OpenProject.Domain.Common;

namespace OpenProject.Domain.Storages;

/// <summary>The address of a storage: an absolute HTTPS URI (HTTP on the loopback interface) that ends with a slash.</summary>
public static class StorageHost
{
    /// <summary>Longest address.</summary>
    public const int Limit = 255;

    /// <summary>The address as it is kept and compared: scheme and host in lower case, no default port, a slash at the end.</summary>
    /// <exception cref="BrokenRule">It is missing, not absolute, not safe, or has more than a path.</exception>
    public static string Checked(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new BrokenRule("origin", "Origin can't be blank.");
        if (Normalized(text) is not { } host)
            throw new BrokenRule("origin", "Origin is not a valid URL.");
        if (!host.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal) && !new Uri(host).IsLoopback)
            throw new BrokenRule("origin", "Origin is not providing a \"Secure Context\".");
        return host.Length <= Limit ? host : throw new BrokenRule("origin", $"Origin is too long (maximum is {Limit} characters).");
    }

    /// <summary>The same address in the form in which it is kept; null for what can be none.</summary>
    public static string? Normalized(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        var path = uri.GetLeftPart(UriPartial.Path);
        return path.EndsWith('/') ? path : path + "/";
    }
}
