using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>What the links of a version may lead to.</summary>
public sealed class VersionTargets
{
    /// <summary>Projects where the writer manages versions.</summary>
    public AllowedValues<ProjectVersion, VersionDto> Projects { get; } = new AllowedAt<ProjectVersion, VersionDto>(
        _ => VersionResource.AvailableProjects,
        (draft, store) =>
        {
            var projects = draft.Access.ProjectsWith(Permission.ManageVersions);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        });
}
