using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Priorities;

namespace OpenProject.Application.Priorities;

/// <summary>Priorities of work packages (<c>/api/v3/priorities</c>, contract component <c>PriorityModel</c>).</summary>
public sealed class PriorityResource : Resource<Priority, PriorityDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public PriorityResource()
        : base(Kind, Location, p => p.Id, p => p.Name)
    {
        TitledBy(p => p.Name);
        Unpaginated();
        Property("id", p => p.Id);
        Property("name", p => p.Name);
        Property("position", p => p.Position);
        Property("color", p => p.Color);
        Property("isDefault", p => p.IsDefault);
        Property("isActive", p => p.IsActive);
        Sort("position", p => p.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/priorities");

    /// <inheritdoc/>
    public static string Kind => "Priority";

    /// <inheritdoc/>
    public override IQueryable<Priority> VisibleTo(IQueryable<Priority> rows, Access access) => rows;
}
