using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>Where things to read in a project live, and what one needs there.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Path">Where it lives.</param>
/// <param name="View">What one needs to see it.</param>
/// <param name="Edit">What one needs to change it, and to attach files.</param>
public sealed record ContentRights(ProjectContentKind Kind, ResourcePath Path, Permission View, Permission Edit)
{
    /// <summary>Documents.</summary>
    public static ContentRights Documents { get; } = new(ProjectContentKind.Document, new("/api/v3/documents"), Catalogue.ViewDocuments, Catalogue.ManageDocuments);

    /// <summary>Pages of wikis.</summary>
    public static ContentRights WikiPages { get; } = new(ProjectContentKind.WikiPage, new("/api/v3/wiki_pages"), Catalogue.ViewWikiPages, Catalogue.EditWikiPages);

    /// <summary>Posts.</summary>
    public static ContentRights Posts { get; } = new(ProjectContentKind.Post, new("/api/v3/posts"), Catalogue.ViewMessages, Catalogue.EditMessages);

    /// <summary>Meetings.</summary>
    public static ContentRights Meetings { get; } = new(ProjectContentKind.Meeting, new("/api/v3/meetings"), Catalogue.ViewMeetings, Catalogue.EditMeetings);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ContentRights> All { get; } = [Documents, WikiPages, Posts, Meetings];

    /// <summary>Those of a kind.</summary>
    public static ContentRights Of(ProjectContentKind kind) => All[(int)kind - 1];
}
