using OpenProject.Testing;

namespace OpenProject.Api.Tests.Storages;

/// <summary>Storages and links to files there, in the demo project's world.</summary>
internal static class StorageSteps
{
    /// <summary>Sets up a Nextcloud as the administrator.</summary>
    /// <returns>The path of the storage.</returns>
    public static Task<string> StorageAsync(this PermissionWorld world, string name, string origin, string? password) => world["admin"].StorageAsync(name, origin, password);

    /// <summary>Sets up a Nextcloud.</summary>
    /// <returns>The path of the storage.</returns>
    public static async Task<string> StorageAsync(this HttpClient admin, string name, string origin, string? password)
    {
        var made = await admin.PostJsonAsync(
            "/api/v3/storages",
            new { name, applicationPassword = password, _links = new { type = new { href = "urn:openproject-org:api:v3:storages:Nextcloud" }, origin = new { href = origin } } });
        return made["_links/self/href"].GetString()!;
    }

    /// <summary>Links a file to a new work package of the public project, as a member.</summary>
    /// <returns>The path of the link.</returns>
    public static async Task<string> LinkAsync(this PermissionWorld world, string storage, string id)
    {
        var work = await world["admin"].PostJsonAsync(world.Projects["public"] + "/work_packages", new { subject = "Linked" });
        var element = new { originData = new { id, name = "any" }, _links = new { storage = new { href = storage } } };
        var linked = await world["member"].PostJsonAsync(work["_links/self/href"].GetString() + "/file_links", new { _embedded = new { elements = new[] { element } } });
        return linked["_embedded/elements/0/_links/self/href"].GetString()!;
    }
}
