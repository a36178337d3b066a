using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Documents;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Documents;

/// <summary>Documents (<c>/api/v3/documents</c>, contract component <c>DocumentModel</c>).</summary>
public sealed class DocumentResource : ProjectContentResource<Document, DocumentDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public DocumentResource()
        : base(Kind, ContentRights.Documents)
    {
        Property("title", d => d.Title).Required().Length(1, ProjectContent.TitleLimit).Write((d, value) => d.Entitle(value));
        Property("description", d => new Formattable(d.Text, d.TextHtml)).Write((d, value) => d.Write(value.Raw, value.Html));
        Property("createdAt", d => d.CreatedAt);
        DeclareSurroundings();
        EmbedAttachments();
        Action("updateImmediately", "patch", Location.Value + "/{id}").Needs(Permission.ManageDocuments);
        Sort("created_at", d => d.CreatedAt);
        OrderedBy("created_at", descending: true);
    }

    /// <inheritdoc/>
    public static ResourcePath Location => ContentRights.Documents.Path;

    /// <inheritdoc/>
    public static string Kind => "Document";
}
