using OpenProject.Domain.Common;

namespace OpenProject.Domain.Roles;

/// <summary>A named set of permissions, given by memberships.</summary>
public sealed class Role : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private readonly List<RolePermission> permissions = [];

    private Role()
    {
    }

    /// <summary>The name, unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its place in lists.</summary>
    public int Position { get; private set; }

    /// <summary>What it is given in.</summary>
    public RoleKind Kind { get; private set; } = RoleKind.Project;

    /// <summary>What the server uses it for.</summary>
    public RoleBuiltin Builtin { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>What it grants.</summary>
    public IReadOnlyCollection<RolePermission> Permissions => permissions;

    /// <summary>Whether people may give it to somebody in a project.</summary>
    public bool IsGivenInProjects => Kind == RoleKind.Project && Builtin == RoleBuiltin.None;

    /// <summary>A new role without permissions.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static Role Create(string name, RoleKind kind, int position, DateTime now, RoleBuiltin builtin = RoleBuiltin.None)
    {
        var role = new Role { Kind = kind, Position = position, Builtin = builtin, CreatedAt = now, UpdatedAt = now };
        role.Rename(name);
        return role;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Moves it in lists.</summary>
    public void PlaceAt(int position) => Position = position;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;

    /// <summary>Whether it grants the permission by name; the public ones need no name.</summary>
    public bool Grants(Permission permission) => permission.IsPublic || permissions.Exists(held => held.Permission == permission.Name);

    /// <summary>Makes exactly these its permissions.</summary>
    /// <exception cref="BrokenRule">One that this kind of role cannot hold, or one that needs another that is missing.</exception>
    public void SetPermissions(IEnumerable<Permission> granted)
    {
        var wanted = granted.Where(permission => !permission.IsPublic).ToDictionary(permission => permission.Name, StringComparer.Ordinal);
        foreach (var permission in wanted.Values)
        {
            if (!MayHold(permission))
                throw new BrokenRule("permissions", $"Permissions cannot include '{permission.Name}' in this role.");
            if (permission.Requires.FirstOrDefault(needed => !needed.IsPublic && !wanted.ContainsKey(needed.Name)) is { } missing)
                throw new BrokenRule("permissions", $"Permissions need to also include '{missing.Name}' as '{permission.Name}' is selected.");
        }

        permissions.RemoveAll(held => Roles.Permissions.Find(held.Permission) is not null && !wanted.ContainsKey(held.Permission));
        permissions.AddRange(wanted.Keys.Except(permissions.Select(held => held.Permission), StringComparer.Ordinal).Select(name => new RolePermission(name)));
    }

    private bool MayHold(Permission permission) =>
        permission.IsGlobal == (Kind == RoleKind.Global) && Builtin switch
        {
            RoleBuiltin.NonMember => permission.Audience != PermissionAudience.Member,
            RoleBuiltin.Anonymous => permission.Audience == PermissionAudience.Anyone,
            _ => true,
        };
}
