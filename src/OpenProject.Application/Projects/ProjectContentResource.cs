using OpenProject.Application.Attachments;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>What the declarations of things to read in a project share: who sees them, their project, and the files attached to them.</summary>
public abstract class ProjectContentResource<TEntity, TDto> : Resource<TEntity, TDto>
    where TEntity : ProjectContent
    where TDto : ProjectContentDto
{
    /// <summary>Begins a declaration.</summary>
    /// <param name="type">The <c>_type</c>.</param>
    /// <param name="rights">Where they live and what one needs.</param>
    protected ProjectContentResource(string type, ContentRights rights)
        : base(type, rights.Path, c => c.Id, c => c.Title)
    {
        Rights = rights;
        TitledBy(c => c.Title);
        InProject(c => c.ProjectId, c => c.ProjectId);
        VisibleInProject(c => c.ProjectId, rights.View);
        Property("id", c => c.Id);
    }

    /// <summary>Where they live and what one needs.</summary>
    public ContentRights Rights { get; }

    /// <summary>The project, and the files that are attached.</summary>
    protected void DeclareSurroundings()
    {
        Link("project", "Project", WorkspacePaths.All, c => WorkspacePaths.Link(c.ProjectId, c.ProjectName, c.ProjectKind)).Embedded();
        Related("attachments", Path.Value + "/{id}/attachments");
        Action("addAttachment", "post", Path.Value + "/{id}/attachments").Needs(Rights.Edit);
    }

    /// <summary>Who wrote it.</summary>
    protected void DeclareAuthor() =>
        Link("author", "User", [PrincipalPaths.Users], c => PrincipalPaths.Link(c.AuthorId, c.AuthorName, c.AuthorKind)).Embedded();

    /// <summary>Single ones embed the files that are attached.</summary>
    protected void EmbedAttachments() => EmbedList("attachments", AttachmentResource.Location);
}
