using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>
/// Definitions of custom fields, seen by those who see the fields anywhere. The contract has no operation for them: agents find them (MCP),
/// under the address that OpenProject's MCP server gives them.
/// </summary>
public sealed class CustomFieldResource : Resource<CustomField, CustomFieldDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public CustomFieldResource()
        : base(Kind, Location, f => f.Id, f => f.Name)
    {
        TitledBy(f => f.Name);
        Property("id", f => f.Id);
        Property("name", f => f.Name);
        Property("attribute", f => "customField" + f.Id);
        Property("customizes", f => Codes.Of(f.Customizes));
        Property("fieldFormat", f => Codes.Of(f.Format));
        Property("multiValue", f => f.IsMulti);
        Property("required", f => f.IsRequired);
        Property("forAllProjects", f => f.IsForAll);
        Property("minLength", f => f.MinLength);
        Property("maxLength", f => f.MaxLength);
        Property("regularExpression", f => f.Pattern);
        Property("defaultValue", f => f.DefaultValue);
        Property("createdAt", f => f.CreatedAt);
        Property("updatedAt", f => f.UpdatedAt);
        Related("items", Location.Value + "/{id}/items").When((f, _) => f.Format.HasItems());
        Filter(new ListFilter<CustomField>("id", ListKind.Required, f => f.Id));
        Filter(new TextFilter<CustomField>("name", TextKind.String, f => f.Name));
        Sort("id", f => f.Id);
        OrderedBy("id");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/custom_fields");

    /// <inheritdoc/>
    public static string Kind => "CustomField";

    /// <inheritdoc/>
    public override IQueryable<CustomField> VisibleTo(IQueryable<CustomField> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var seen = VisibleFields.Of(access).Select(f => f.Id);
        return rows.Where(f => seen.Contains(f.Id));
    }
}
