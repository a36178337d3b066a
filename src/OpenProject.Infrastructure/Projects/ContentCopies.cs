using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Projects;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies what there is to read in a project, and what is attached to it.</summary>
internal sealed class ContentCopies(OpenProjectDbContext context, BatchedCopies batches, FileCopies files, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task CopyAsync(long sourceId, long targetId, CopiedParts parts, long userId, CancellationToken cancellationToken)
    {
        if (parts.Wiki)
            await CopyAsync<WikiPage>(sourceId, page => page.CopyTo(targetId, userId, Now), parts.WikiAttachments, userId, cancellationToken);
        if (parts.Forums)
            await CopyAsync<Post>(sourceId, post => post.CopyTo(targetId, userId, Now), withFiles: true, userId, cancellationToken);
    }

    private async Task CopyAsync<TContent>(long sourceId, Func<TContent, TContent> copy, bool withFiles, long userId, CancellationToken cancellationToken)
        where TContent : ProjectContent
    {
        var copies = await batches.CopyAllAsync(context.Set<TContent>().Where(c => c.ProjectId == sourceId), copy, cancellationToken);
        if (!withFiles || copies.Count == 0)
            return;
        var contents = context.Set<TContent>().Where(c => c.ProjectId == sourceId);
        await files.CopyAsync(
            context.Set<Attachment>().Where(a => contents.Any(c => c.Id == a.ContentId)),
            a => copies.TryGetValue(a.ContentId!.Value, out var to) ? a.CopyToContent(to, userId, Now) : null,
            cancellationToken);
    }
}
