namespace OpenProject.Domain.Roles;

/// <summary>A set of permissions as bits over <see cref="Permission.Index"/>; cheap to copy, test and unite.</summary>
public readonly record struct PermissionSet
{
    private readonly UInt128 bits;

    private PermissionSet(UInt128 bits) => this.bits = bits;

    /// <summary>No permission.</summary>
    public static PermissionSet Empty => default;

    /// <summary>The permissions given.</summary>
    public static PermissionSet Of(IEnumerable<Permission> permissions) =>
        permissions.Aggregate(Empty, (set, permission) => set.With(permission));

    /// <summary>Whether the permission is in the set.</summary>
    public bool Contains(Permission permission) => (bits & Bit(permission)) != 0;

    /// <summary>Whether the two sets share a permission.</summary>
    public bool Overlaps(PermissionSet other) => (bits & other.bits) != 0;

    /// <summary>This set and one more permission.</summary>
    public PermissionSet With(Permission permission) => new(bits | Bit(permission));

    /// <summary>Both sets together.</summary>
    public PermissionSet Union(PermissionSet other) => new(bits | other.bits);

    /// <summary>What both sets hold.</summary>
    public PermissionSet Intersect(PermissionSet other) => new(bits & other.bits);

    private static UInt128 Bit(Permission permission) => UInt128.One << permission.Index;
}
