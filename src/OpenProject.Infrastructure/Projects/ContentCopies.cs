using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies what there is to read in a project, some hundreds at a time, and what is attached to it.</summary>
internal sealed class ContentCopies(OpenProjectDbContext context, IUnitOfWork unitOfWork, FileCopies files, TimeProvider clock)
{
    private const int BatchSize = 250;

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
        var copies = new Dictionary<long, long>();
        var ids = await context.Set<TContent>().Where(c => c.ProjectId == sourceId).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var sources = await context.Set<TContent>().Where(c => batch.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
            var made = sources.ConvertAll(source => copy(source));
            context.AddRange(made);
            await unitOfWork.SaveAsync(cancellationToken);
            foreach (var (source, its) in sources.Zip(made))
                copies[source.Id] = its.Id;
            context.ChangeTracker.Clear();
        }

        if (!withFiles || copies.Count == 0)
            return;
        var contents = context.Set<TContent>().Where(c => c.ProjectId == sourceId);
        await files.CopyAsync(
            context.Set<Attachment>().Where(a => contents.Any(c => c.Id == a.ContentId)),
            a => copies.TryGetValue(a.ContentId!.Value, out var to) ? a.CopyToContent(to, userId, Now) : null,
            cancellationToken);
    }
}
