using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>
/// Removes files in three steps, each of which may be the last one of a process: the row is doomed, in one statement with
/// the question whether anything refers to it; then the bytes go; then the row. Whoever refers to a file renews
/// <see cref="StoredFile.KeptUntil"/> before, or finishes it, and is refused where it is doomed.
/// </summary>
internal sealed partial class StoredFiles(
    OpenProjectDbContext context, IUnitOfWork unitOfWork, IFileStore store, AttachmentPolicy policy, TimeProvider clock, ILogger<StoredFiles> logger) : IStoredFiles
{
    private const int BatchSize = 100;

    private DbSet<StoredFile> Files => context.Set<StoredFile>();

    private DbSet<Attachment> Attachments => context.Set<Attachment>();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task RemoveAsync(long fileId, CancellationToken cancellationToken)
    {
        var now = Now;
        return TryRemoveAsync(fileId, Files.Where(f => f.Id == fileId && f.KeptUntil <= now), cancellationToken);
    }

    public Task DropAsync(long fileId, CancellationToken cancellationToken) =>
        TryRemoveAsync(fileId, Files.Where(f => f.Id == fileId), cancellationToken);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await ExpireAsync(now, cancellationToken);
        await DoomAsync(Files.Where(f => f.KeptUntil <= now), cancellationToken);
        var last = 0L;
        List<StoredFile> doomed;
        do
        {
            doomed = await Files.Where(f => f.State == FileState.Doomed && f.Id > last).OrderBy(f => f.Id).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var file in doomed)
            {
                last = file.Id;
                await TryAsync(file.Id, () => EraseAsync(file, cancellationToken), cancellationToken);
            }
        }
        while (doomed.Count == BatchSize);
    }

    private Task ExpireAsync(DateTime now, CancellationToken cancellationToken)
    {
        var limit = now - policy.UnclaimedFor;
        var expired = Attachments.Where(Attachment.IsUnclaimed).Where(a => a.CreatedAt < limit);
        var unbrought = Attachments.Where(a => a.File.State == FileState.Arriving && a.File.KeptUntil <= now);
        return unitOfWork.InTransactionAsync(
            async token =>
            {
                await Files.Where(f => expired.Any(a => a.FileId == f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.KeptUntil, now), token);
                await expired.ExecuteDeleteAsync(token);
                await unbrought.ExecuteDeleteAsync(token);
            },
            cancellationToken);
    }

    private Task TryRemoveAsync(long fileId, IQueryable<StoredFile> files, CancellationToken cancellationToken) => TryAsync(
        fileId,
        async () =>
        {
            await DoomAsync(files, cancellationToken);
            if (await Files.FirstOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Doomed, cancellationToken) is { } file)
                await EraseAsync(file, cancellationToken);
        },
        cancellationToken);

    private Task DoomAsync(IQueryable<StoredFile> files, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        token => files.Where(f => f.State != FileState.Doomed).Unreferred(context).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.Doomed), token),
        cancellationToken);

    private async Task EraseAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(file.Key, cancellationToken);
        await unitOfWork.InTransactionAsync(token => Files.Where(f => f.Id == file.Id).ExecuteDeleteAsync(token), cancellationToken);
    }

    private async Task TryAsync(long fileId, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            NotRemoved(logger, fileId, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "File {FileId} could not be removed; the next sweep tries again.")]
    private static partial void NotRemoved(ILogger logger, long fileId, Exception exception);
}
