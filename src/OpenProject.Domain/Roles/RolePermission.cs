namespace OpenProject.Domain.Roles;

/// <summary>One permission that a role grants. Names are kept even when the catalogue does not know them.</summary>
public sealed class RolePermission
{
    /// <summary>Longest permission name.</summary>
    public const int PermissionLimit = 100;

    private RolePermission()
    {
    }

    internal RolePermission(string permission) => Permission = permission;

    /// <summary>The role.</summary>
    public long RoleId { get; private set; }

    /// <summary>The permission's name.</summary>
    public string Permission { get; private set; } = "";
}
