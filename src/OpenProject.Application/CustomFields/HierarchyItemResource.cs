using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Items of hierarchies and weighted lists (<c>/api/v3/custom_field_items</c>, contract component <c>HierarchyItemReadModel</c>), seen by those who see the field.</summary>
public sealed class HierarchyItemResource : Resource<HierarchyItem, HierarchyItemDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public HierarchyItemResource()
        : base(Kind, Location, i => i.Id, i => i.Label)
    {
        TitledBy(i => i.Label);
        Unpaginated();
        Property("id", i => i.Id);
        Property("label", i => i.Label);
        Property("short", i => i.Short);
        Property("weight", i => ItemWeight.Exact(i.Weight));
        Property("formattedWeight", i => ItemWeight.Formatted(i.Weight));
        Property("depth", i => i.Depth);
        Link("parent", Kind, [Location], i => i.ParentId is { } id ? new Reference(Location, id, i.ParentLabel) : null).OmittedWhenNull();
        Links("children", "[]" + Kind, [Location], i => i.Children);
        Related("branch", Location.Value + "/{id}/branch");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/custom_field_items");

    /// <inheritdoc/>
    public static string Kind => "HierarchyItem";

    /// <inheritdoc/>
    public override IQueryable<HierarchyItem> VisibleTo(IQueryable<HierarchyItem> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var fields = VisibleFields.Of(access).Select(f => f.Id);
        return rows.Where(i => fields.Contains(i.FieldId));
    }
}
