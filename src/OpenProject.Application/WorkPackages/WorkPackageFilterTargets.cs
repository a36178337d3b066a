using OpenProject.Application.Categories;
using OpenProject.Application.Principals;
using OpenProject.Application.Priorities;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Roles;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Versions;

namespace OpenProject.Application.WorkPackages;

/// <summary>The kinds of resource that filters of work packages name, and the lists that hold the possible ones.</summary>
internal static class WorkPackageFilterTargets
{
    /// <summary>Statuses.</summary>
    public static FilterTarget Status { get; } = FilterTarget.Of<StatusResource>(_ => StatusResource.Location.Value);

    /// <summary>Types.</summary>
    public static FilterTarget Type { get; } = FilterTarget.Of<TypeResource>(id => Inside(id, "types") ?? TypeResource.Location.Value);

    /// <summary>Priorities.</summary>
    public static FilterTarget Priority { get; } = FilterTarget.Of<PriorityResource>(_ => PriorityResource.Location.Value);

    /// <summary>Categories, which only a workspace has.</summary>
    public static FilterTarget Category { get; } = FilterTarget.Of<CategoryResource>(id => Inside(id, "categories"));

    /// <summary>Versions.</summary>
    public static FilterTarget Version { get; } = FilterTarget.Of<VersionResource>(id => Inside(id, "versions") ?? VersionResource.Location.Value);

    /// <summary>Work packages.</summary>
    public static FilterTarget WorkPackage { get; } =
        FilterTarget.Of<WorkPackageResource>(id => Inside(id, "work_packages") ?? WorkPackageResource.Location.Value);

    /// <summary>Workspaces of any kind.</summary>
    public static FilterTarget Project { get; } = new("Project", WorkspacePaths.Projects, WorkspacePaths.All, _ => WorkspacePaths.Workspaces.Value);

    /// <summary>Users, groups and placeholder users.</summary>
    public static FilterTarget User { get; } = new("User", PrincipalResource.Location, PrincipalPaths.All, PrincipalPaths.Among);

    /// <summary>Groups of users.</summary>
    public static FilterTarget Group { get; } = new("Group", PrincipalResource.Location, [PrincipalPaths.Groups], _ => null);

    /// <summary>Roles.</summary>
    public static FilterTarget Role { get; } = FilterTarget.Of<RoleResource>(_ => RoleResource.Location.Value);

    private static string? Inside(long? workspaceId, string list) =>
        workspaceId is { } id ? $"{WorkspacePaths.Workspaces.Of(id)}/{list}" : null;
}
