using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Attachments;

/// <summary>
/// Attachments whose bytes clients bring to where they are kept themselves: announced first, seen by nobody until they are there, and gone when
/// nobody has brought them after a day.
/// </summary>
public sealed class DirectUploadService(
    ResourceReader reader,
    AttachmentResource resource,
    UploadService uploads,
    IAggregates<Attachment> attachments,
    IFileStore store,
    IStoredFiles storedFiles,
    FileIntakeService intake,
    AttachmentPolicy policy,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>Announces a file of a visible work package; leaves as forbidden for those who may not attach any.</summary>
    public async Task<Document<AttachmentUploadDto>> PrepareForWorkPackageAsync(long workPackageId, IUpload upload, CancellationToken cancellationToken) =>
        await PrepareAsync(await uploads.ToWorkPackageAsync(workPackageId, cancellationToken), upload, cancellationToken);

    /// <summary>Announces a file of a visible activity; leaves as forbidden for those who may not attach any.</summary>
    public async Task<Document<AttachmentUploadDto>> PrepareForActivityAsync(long activityId, IUpload upload, CancellationToken cancellationToken) =>
        await PrepareAsync(await uploads.ToActivityAsync(activityId, cancellationToken), upload, cancellationToken);

    /// <summary>Announces a file that hangs on nothing yet; leaves as forbidden for those who may attach files nowhere.</summary>
    public async Task<Document<AttachmentUploadDto>> PrepareAsync(IUpload upload, CancellationToken cancellationToken) =>
        await PrepareAsync(await uploads.ToNothingAsync(), upload, cancellationToken);

    /// <summary>
    /// Finds that the client has brought the bytes of an attachment that he announced; leaves as not found for everybody else, as not processable
    /// where they are not there, and removes what is too large. A second time it is the same attachment.
    /// </summary>
    public async Task<Document<AttachmentDto>> CompleteAsync(long id, CancellationToken cancellationToken)
    {
        var me = reader.Access.Viewer.UserId;
        var attachment = await attachments.FindAsync(id, cancellationToken);
        if (attachment is not { File.State: FileState.Arriving } || attachment.AuthorId != me || reader.Access.Viewer.IsAnonymous)
            return await reader.FindAsync(resource, id, cancellationToken);
        var brought = await store.LookAsync(attachment.File.Key, cancellationToken) ?? throw new ProblemException(new Problem.Invalid("file", "File has not been uploaded yet."));
        if (brought.ByteSize > policy.MaxBytes)
        {
            attachments.Remove(attachment);
            attachment.File.Release(clock.GetUtcNow().UtcDateTime);
            await unitOfWork.SaveAsync(cancellationToken);
            await storedFiles.RemoveAsync(attachment.FileId, CancellationToken.None);
            throw FileIntakeService.TooLarge(policy.MaxBytes);
        }

        attachment.File.Arrive(brought.ByteSize, brought.Md5);
        await unitOfWork.SaveAsync(cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    private async Task<Document<AttachmentUploadDto>> PrepareAsync(UploadTarget target, IUpload upload, CancellationToken cancellationToken)
    {
        if (!policy.TakesDirectUploads)
            throw new ProblemException(new Problem.Unprocessable("Direct uploads are not available due to a system configuration."));
        var metadata = await upload.ReadAsync((_, _, _) => Task.CompletedTask, cancellationToken);
        var attachment = Announce(metadata);
        target.Attach(attachment);
        attachments.Add(attachment);
        await unitOfWork.SaveAsync(cancellationToken);
        var file = attachment.File;
        var invitation = await store.InviteAsync(file.Key, file.ContentType, file.ByteSize)
            ?? throw new InvalidOperationException("The store takes no files from clients, though the settings say so.");
        await reader.Access.GlobalAsync();
        return new Document<AttachmentUploadDto>(
            new AttachmentUploadDto(attachment.Id, attachment.FileName, file.ByteSize, file.ContentType, target.Container, invitation), reader.Access);
    }

    private Attachment Announce(UploadMetadata? metadata)
    {
        var missing = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(metadata?.FileName))
            missing.Add(new FieldError("fileName", "File name can't be blank."));
        if (metadata?.FileSize is not > 0)
            missing.Add(new FieldError("fileSize", "File size must be greater than 0."));
        if (missing.Count > 0)
            throw new ProblemException(new Problem.Invalid(missing));
        if (metadata!.FileSize > policy.MaxBytes)
            throw FileIntakeService.TooLarge(policy.MaxBytes);
        var contentType = intake.TypeOf(Attachment.LastPartOf(metadata.FileName) ?? "", metadata.ContentType);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return Attachment.Create(StoredFile.Expect(contentType, metadata.FileSize!.Value, now), metadata.FileName, metadata.Description, reader.Access.Viewer.UserId, now);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }
}
