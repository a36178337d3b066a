using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Types;

namespace OpenProject.Application.Types;

/// <summary>Types of work packages (<c>/api/v3/types</c>, contract component <c>TypeModel</c>).</summary>
public sealed class TypeResource : Resource<WorkPackageType, TypeDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public TypeResource()
        : base(Kind, Location, t => t.Id, t => t.Name)
    {
        TitledBy(t => t.Name);
        Unpaginated();
        Property("id", t => t.Id);
        Property("name", t => t.Name);
        Property("color", t => t.Color);
        Property("position", t => t.Position);
        Property("isDefault", t => t.IsDefault);
        Property("isMilestone", t => t.IsMilestone);
        Property("createdAt", t => t.CreatedAt);
        Property("updatedAt", t => t.UpdatedAt);
        Sort("position", t => t.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/types");

    /// <inheritdoc/>
    public static string Kind => "Type";

    /// <inheritdoc/>
    public override IQueryable<WorkPackageType> VisibleTo(IQueryable<WorkPackageType> rows, Access access) => rows;
}
