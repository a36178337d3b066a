using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Roles;

/// <summary>Roles (<c>/api/v3/roles</c>, contract component <c>RoleModel</c>).</summary>
public sealed class RoleResource : Resource<Role, RoleDto>, IResourceKind
{
    private static readonly Dictionary<string, int> Units = new(StringComparer.Ordinal)
    {
        ["project"] = (int)RoleKind.Project,
        ["system"] = (int)RoleKind.Global,
    };

    /// <summary>Declares the resource.</summary>
    public RoleResource()
        : base(Kind, Location, r => r.Id, r => r.Name)
    {
        TitledBy(r => r.Name);
        Unpaginated();
        Property("id", r => r.Id);
        Property("name", r => r.Name);
        Filter(new BooleanFilter<Role>("grantable", r => r.Builtin == RoleBuiltin.None));
        Filter(new CodeFilter<Role>("unit", Units, r => (int)r.Kind));
        Sort("position", r => r.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/roles");

    /// <inheritdoc/>
    public static string Kind => "Role";

    /// <inheritdoc/>
    public override IQueryable<Role> VisibleTo(IQueryable<Role> rows, Access access) => rows;
}
