using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Revisions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Revisions;

/// <summary>Revisions (<c>/api/v3/revisions</c>, contract component <c>RevisionModel</c>).</summary>
public sealed class RevisionResource : Resource<Revision, RevisionDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public RevisionResource()
        : base(Kind, Location, r => r.Id, title: null)
    {
        NotFoundMessage = "The specified revision does not exist.";
        Unpaginated();
        InProject(r => r.ProjectId, r => r.ProjectId);
        VisibleInProject(r => r.ProjectId, Permission.ViewChangesets);
        Property("id", r => r.Id);
        Property("identifier", r => r.Identifier).Required();
        Property("formattedIdentifier", r => Revision.Shorten(r.Identifier)).Required();
        Property("authorName", r => r.AuthorName).Required();
        Property("message", r => new Formattable(r.Message, PlainText.ToHtml(r.Message), Formattable.Plain)).PlainText().Required();
        Property("createdAt", r => r.CommittedAt).Required();
        Link("project", "Project", WorkspacePaths.All, r => WorkspacePaths.Link(r.ProjectId, r.ProjectName, r.ProjectKind)).Required();
        Link("author", "User", PrincipalPaths.All, r => r.UserId is { } id ? new Reference(PrincipalPaths.Users, id, r.UserName) : null).OmittedWhenNull();
        Related("showRevision", "{address}", ("address", r => r.Address));
        Sort("createdAt", r => r.CommittedAt);
        OrderedBy("createdAt", descending: true);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/revisions");

    /// <inheritdoc/>
    public static string Kind => "Revision";
}
