using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Bcf;

/// <summary>Keeps and gives back the bytes that hang on topics, under the rules of attachments.</summary>
public sealed class BcfFileService(
    FileIntakeService intake,
    AttachmentPolicy policy,
    IReadStore rows,
    IFileStore store,
    IStoredFiles storedFiles,
    IAggregates<StoredFile> files,
    TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes => policy.MaxBytes;

    /// <summary>
    /// Keeps bytes. They stay where something refers to them with the next save; whoever fails before that drops them.
    /// </summary>
    /// <param name="content">The bytes, read once.</param>
    /// <param name="fileName">What they are called, which says what kind they are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">They are too many, or of a kind that is not taken.</exception>
    public async Task<StoredFile> ReceiveAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var contentType = intake.TypeOf(fileName, claimed: null);
        try
        {
            var file = await intake.ReceiveAsync(content, cancellationToken);
            file.BeOfType(contentType);
            return file;
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Invalid)
        {
            throw new ProblemException(new Problem.TooLarge(policy.MaxBytes));
        }
    }

    /// <summary>Removes files that nothing has come to refer to.</summary>
    public async Task DropAsync(IEnumerable<StoredFile> received)
    {
        foreach (var file in received)
            await intake.DropAsync(file);
    }

    /// <summary>Lets go of files that something referred to until the next save.</summary>
    public async Task ReleaseAsync(IEnumerable<long> fileIds, CancellationToken cancellationToken)
    {
        foreach (var file in await files.FindManyAsync([.. fileIds], cancellationToken))
            file.Release(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Removes files that were let go of, after the save.</summary>
    public async Task RemoveAsync(IEnumerable<long> fileIds)
    {
        foreach (var id in fileIds)
            await storedFiles.RemoveAsync(id, CancellationToken.None);
    }

    /// <summary>The bytes of a file; the caller disposes them.</summary>
    public async Task<BcfContent> OpenAsync(long fileId, string fileName, CancellationToken cancellationToken)
    {
        var file = await rows.FirstOrDefaultAsync(rows.Rows<StoredFile>().Where(f => f.Id == fileId).Select(f => new { f.Key, f.Md5 }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        return new BcfContent(fileName, file.Md5!, await store.OpenAsync(file.Key, cancellationToken));
    }
}

/// <summary>Bytes that hang on a topic.</summary>
/// <param name="FileName">What they are called.</param>
/// <param name="Md5">Their digest.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record BcfContent(string FileName, string Md5, Stream Bytes);
