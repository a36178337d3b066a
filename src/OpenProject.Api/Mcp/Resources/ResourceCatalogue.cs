using System.Globalization;
using OpenProject.Api.Mcp.Prompts;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Users;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>All resources and templates.</summary>
internal static class ResourceCatalogue
{
    /// <summary>All of them, those before templates that could mean them too.</summary>
    public static IReadOnlyList<DeclaredResource> All { get; } =
    [
        Fixed("current_user", "Current user", "Who you act as.", UserResource.Location.Value + "/me", async (services, ct) => await services.GetRequiredService<UserService>().FindAsync("me", ct)),
        Fixed("status_list", "Statuses", "All statuses of work packages.", StatusResource.Location.Value, async (services, ct) => await services.GetRequiredService<StatusService>().ListAsync(Whole(StatusResource.Location), ct)),
        Fixed("type_list", "Types", "All types of work packages.", TypeResource.Location.Value, async (services, ct) => await services.GetRequiredService<TypeService>().ListAsync(Whole(TypeResource.Location), ct)),
        Numbered("project", "Project", "A project, by its id.", WorkspacePaths.Projects, async (services, id, ct) => await services.GetRequiredService<ProjectService>().FindAsync(id.ToString(CultureInfo.InvariantCulture), kind: null, ct)) with { Completed = Completed.Project },
        Numbered("status", "Status", "A status of work packages.", StatusResource.Location, async (services, id, ct) => await services.GetRequiredService<StatusService>().FindAsync(id, ct)),
        Numbered("type", "Type", "A type of work packages.", TypeResource.Location, async (services, id, ct) => await services.GetRequiredService<TypeService>().FindAsync(id, ct)),
        new("user", "User", "A person, by id or login.", UserResource.Location.Value + "/{id}", async (services, id, ct) => await services.GetRequiredService<UserService>().FindAsync(id, ct)) { Completed = Completed.User },
        Numbered("version", "Version", "A version of a project.", VersionResource.Location, async (services, id, ct) => await services.GetRequiredService<VersionService>().FindAsync(id, ct)) with { Completed = Completed.Version },
        Numbered("work_package", "Work package", "A work package with its whole description.", WorkPackageResource.Location, async (services, id, ct) => await services.GetRequiredService<WorkPackageService>().FindAsync(id, ct)) with
        {
            Completed = Completed.WorkPackage, OtherPaths = ["/work_packages/{id}", "/wp/{id}"],
        },
    ];

    private static CollectionQuery Whole(ResourcePath path) => new() { Path = path.Value };

    private static DeclaredResource Fixed(string name, string title, string description, string path, Func<IServiceProvider, CancellationToken, Task<IHalDocument>> read) =>
        new(name, title, description, path, (services, _, cancellationToken) => read(services, cancellationToken));

    private static DeclaredResource Numbered(
        string name, string title, string description, ResourcePath path, Func<IServiceProvider, long, CancellationToken, Task<IHalDocument>> read) =>
        new(name, title, description, path.Value + "/{id}", (services, key, cancellationToken) =>
            long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? read(services, id, cancellationToken) : throw new ProblemException(new Problem.NotFound()));
}
