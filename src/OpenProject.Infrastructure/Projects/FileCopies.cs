using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Attachments;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies attachments. The bytes are not copied: both refer to one file.</summary>
internal sealed class FileCopies(OpenProjectDbContext context, BatchedCopies batches, TimeProvider clock)
{
    /// <summary>Copies those whose bytes are there.</summary>
    /// <param name="attached">The attachments.</param>
    /// <param name="copy">Makes the copy of one; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CopyAsync(IQueryable<Attachment> attached, Func<Attachment, Attachment?> copy, CancellationToken cancellationToken)
    {
        // Before anything refers to a file it is made to stay, or found to be on its way out.
        var kept = clock.GetUtcNow().UtcDateTime + StoredFile.Patience;
        await context.Set<StoredFile>().Where(f => f.State == FileState.Uploaded && attached.Any(a => a.FileId == f.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.KeptUntil, kept), cancellationToken);
        await batches.CopyAsync(attached.Where(a => a.File.State == FileState.Uploaded), copy, cancellationToken);
    }
}
