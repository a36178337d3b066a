using OpenProject.Application.Resources;

namespace OpenProject.Application.Roles;

/// <summary>A role, as read.</summary>
public sealed class RoleDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";
}
