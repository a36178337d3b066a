using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Application.Permissions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Api.V3.Root;

/// <summary>The entry to API v3.</summary>
[Route("api/v3")]
public sealed class RootController(Access access, IOptions<ApiV3Options> options) : V3Controller
{
    // The release of OpenProject whose published API this server answers: clients ask it what they can do, and refuse old ones.
    private const string Version = "17.3.0";

    /// <summary>View the root of the API.</summary>
    /// <response code="200">The entry document.</response>
    [HttpGet(Name = "view_root")]
    public async Task<ActionResult<RootModel>> Show()
    {
        var links = new Dictionary<string, HalLink>(StringComparer.Ordinal)
        {
            ["self"] = new("/api/v3"),
            ["configuration"] = new("/api/v3/configuration"),
        };
        if (await access.AnywhereAsync(Permission.ViewMembers, Permission.ManageMembers))
            links["memberships"] = new("/api/v3/memberships");
        links["priorities"] = new("/api/v3/priorities");
        links["projects"] = new("/api/v3/projects");
        links["relations"] = new("/api/v3/relations");
        links["time_entries"] = new("/api/v3/time_entries");
        links["userPreferences"] = new(access.Viewer.IsAnonymous ? "/api/v3/my_preferences" : $"/api/v3/users/{access.Viewer.UserId}/preferences");
        links["roles"] = new("/api/v3/roles");
        links["statuses"] = new("/api/v3/statuses");
        links["types"] = new("/api/v3/types");
        if (!access.Viewer.IsAnonymous)
            links["user"] = new($"/api/v3/users/{access.Viewer.UserId}", access.Viewer.Name);
        links["workPackages"] = new("/api/v3/work_packages");
        return new RootModel(options.Value.InstanceName, access.Viewer.IsAdmin ? Version : null, links);
    }
}
