using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Application.HelpTexts;

/// <summary>What attributes mean (<c>/api/v3/help_texts</c>, contract component <c>HelpTextModel</c>). Everybody reads them.</summary>
public sealed class HelpTextResource : Resource<HelpText, HelpTextDto>, IResourceKind
{
    /// <summary>Declares the resource. The published schema requires the links to what only those can do who edit the texts.</summary>
    public HelpTextResource()
        : base(Kind, Location, t => t.Id, title: null)
    {
        Unpaginated();
        Property("id", t => t.Id).Required();
        Property("attribute", t => t.Attribute).Required();
        Property("scope", t => t.Scope.ToString()).Required().OneOf(Enum.GetNames<HelpTextScope>());
        Property("helpText", t => new Formattable(t.Text, t.TextHtml)).Required();
        Related("editText", "/admin/attribute_help_texts/{id}/edit");
        Related("attachments", Location.Value + "/{id}/attachments");
        Action("addAttachment", "post", Location.Value + "/{id}/attachments");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/help_texts");

    /// <inheritdoc/>
    public static string Kind => "HelpText";

    /// <inheritdoc/>
    public override IQueryable<HelpText> VisibleTo(IQueryable<HelpText> rows, Access access) => rows;
}
