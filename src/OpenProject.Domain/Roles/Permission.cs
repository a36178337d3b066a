namespace OpenProject.Domain.Roles;

/// <summary>Who a permission may be given to.</summary>
public enum PermissionAudience
{
    /// <summary>Any role, the builtin ones for non-members and anonymous visitors included.</summary>
    Anyone,

    /// <summary>Not to the role of anonymous visitors.</summary>
    LoggedIn,

    /// <summary>Only to roles of members.</summary>
    Member,
}

/// <summary>One permission of the catalogue: what a role may allow, and under which project module it counts.</summary>
public sealed class Permission
{
    internal Permission(int index, string name, string? module, PermissionAudience audience, bool isGlobal, bool isPublic, bool grantedToAdmins, IReadOnlyList<Permission> requires)
    {
        Index = index;
        Name = name;
        Module = module;
        Audience = audience;
        IsGlobal = isGlobal;
        IsPublic = isPublic;
        GrantedToAdmins = grantedToAdmins;
        Requires = requires;
    }

    /// <summary>Position in the catalogue; the bit of <see cref="PermissionSet"/>. Not stored.</summary>
    public int Index { get; }

    /// <summary>The wire and storage name, e.g. <c>view_work_packages</c>.</summary>
    public string Name { get; }

    /// <summary>The project module that must be enabled, or null when it always counts.</summary>
    public string? Module { get; }

    /// <summary>Which roles may hold it.</summary>
    public PermissionAudience Audience { get; }

    /// <summary>Held through global roles, not in a project.</summary>
    public bool IsGlobal { get; }

    /// <summary>Granted with any role at all.</summary>
    public bool IsPublic { get; }

    /// <summary>Administrators hold it in every active project.</summary>
    public bool GrantedToAdmins { get; }

    /// <summary>What a role must grant too, for this permission to make sense.</summary>
    public IReadOnlyList<Permission> Requires { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
