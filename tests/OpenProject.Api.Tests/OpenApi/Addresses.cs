using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>Addresses that the document's paths stand for on a server with demo data.</summary>
internal static class Addresses
{
    /// <summary>
    /// The path with the id of its list's first element for <c>{id}</c>; null where the list is empty or missing, or the path
    /// has other holes, which are left to tests of their own.
    /// </summary>
    public static async Task<string?> OfAsync(HttpClient client, string path)
    {
        var hole = path.IndexOf('{', StringComparison.Ordinal);
        if (hole < 0)
            return path;
        if (!path[hole..].StartsWith("{id}", StringComparison.Ordinal) || path.LastIndexOf('{') != hole)
            return null;
        var list = await client.GetJsonAsync(path[..(hole - 1)]);
        if (list.Status != HttpStatusCode.OK || list["_embedded/elements"].GetArrayLength() == 0)
            return null;
        // What has no id is known by its address.
        var key = list["_embedded/elements/0"].TryGetProperty("id", out var id) ? id.ToString() : list["_embedded/elements/0/_links/self/href"].GetString()!.Split('/')[^1];
        return path.Replace("{id}", key, StringComparison.Ordinal);
    }
}
