using System.Globalization;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.WikiPages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WikiPages;

/// <summary>Reads pages of wikis, and writes what they say, which nothing published does.</summary>
public sealed class WikiPageService(
    ResourceReader reader, WikiPageResource resource, ContentFileService files, WorkspaceService workspaces, IAggregates<WikiPage> pages, IMarkdown markdown, IUnitOfWork unitOfWork)
{
    /// <summary>The visible pages in whose title or text every word occurs.</summary>
    /// <param name="words">The words.</param>
    /// <param name="workspace">The workspace whose pages they are, by id or identifier; null for those of all. Leaves as not found when it is not visible.</param>
    /// <param name="query">What else is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<WikiPageDto>> SearchAsync(string words, string? workspace, CollectionQuery query, CancellationToken cancellationToken)
    {
        var projectId = workspace is null ? (long?)null : await workspaces.IdOfAsync(workspace, cancellationToken);
        return await reader.SearchAsync(
            resource, query.With("workspace", projectId?.ToString(CultureInfo.InvariantCulture)), words, [p => p.Title, p => p.Text], cancellationToken, projectId is { } id ? p => p.ProjectId == id : null);
    }

    /// <summary>One page.</summary>
    public Task<Document<WikiPageDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>
    /// Has a visible page say something else; leaves as forbidden for those who may not edit pages there, and as a conflict when it is no longer as it was read.
    /// </summary>
    /// <param name="id">The page.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="lockVersion">Its lock version as it was read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<WikiPageDto>> RewriteAsync(long id, string text, int lockVersion, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        if (!reader.Access.In(row.ProjectId).Contains(Permission.EditWikiPages))
            throw new ProblemException(new Problem.Forbidden());
        var page = await pages.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        if (page.LockVersion != lockVersion)
            throw new ProblemException(new Problem.Conflict());
        page.Write(text, markdown.ToHtml(text));
        await unitOfWork.SaveAsync(cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>The files of a visible wiki page.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible wiki page; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
