using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Options of lists (<c>/api/v3/custom_options</c>, contract component <c>CustomOptionModel</c>), seen by those who see the field.</summary>
public sealed class CustomOptionResource : Resource<CustomOption, CustomOptionDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public CustomOptionResource()
        : base(Kind, Location, o => o.Id, o => o.Value)
    {
        TitledBy(o => o.Value);
        Unpaginated();
        Property("id", o => o.Id);
        Property("value", o => o.Value);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/custom_options");

    /// <inheritdoc/>
    public static string Kind => "CustomOption";

    /// <inheritdoc/>
    public override IQueryable<CustomOption> VisibleTo(IQueryable<CustomOption> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var fields = VisibleFields.Of(access).Select(f => f.Id);
        return rows.Where(o => fields.Contains(o.FieldId));
    }
}
