using OpenProject.Application.Activities;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Attachments;

/// <summary>Lists, reads and removes attachments.</summary>
public sealed class AttachmentService(
    ResourceReader reader,
    AttachmentResource resource,
    WorkPackageResource workPackages,
    ActivityResource activities,
    IAggregates<Attachment> attachments,
    IFileStore store,
    IStoredFiles storedFiles,
    IUnitOfWork unitOfWork,
    AttachmentPolicy policy,
    TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes => policy.MaxBytes;

    /// <summary>The attachments of a visible work package, without those of its activities.</summary>
    public async Task<Page<AttachmentDto>> ListOfWorkPackageAsync(long workPackageId, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(workPackages, workPackageId, cancellationToken))
            throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
        return await OfWorkPackageAsync(workPackageId, cancellationToken);
    }

    /// <summary>The same for a work package that is known to be visible.</summary>
    internal Task<Page<AttachmentDto>> OfWorkPackageAsync(long workPackageId, CancellationToken cancellationToken) => PageAsync(
        WorkPackageResource.Location.Of(workPackageId),
        reader.Store.Rows<Attachment>().Where(a => a.WorkPackageId == workPackageId && a.ActivityId == null),
        cancellationToken);

    /// <summary>The attachments of a visible activity.</summary>
    public async Task<Page<AttachmentDto>> ListOfActivityAsync(long activityId, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(activities, activityId, cancellationToken))
            throw new ProblemException(new Problem.NotFound());
        return await PageAsync(
            ActivityResource.Location.Of(activityId), reader.Store.Rows<Attachment>().Where(a => a.ActivityId == activityId), cancellationToken);
    }

    /// <summary>One attachment.</summary>
    public Task<Document<AttachmentDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>One attachment with its bytes, or where to fetch them.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="served">How they are served.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AttachmentContent> OpenAsync(long id, Func<AttachmentDto, ServedAs> served, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        return await store.AddressAsync(row.FileKey, served(row)) is { } address
            ? new AttachmentContent(row, Bytes: null, address)
            : new AttachmentContent(row, await store.OpenAsync(row.FileKey, cancellationToken), Elsewhere: null);
    }

    /// <summary>Removes an attachment and, where nothing else refers to them, its bytes.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        if (!AttachmentRights.MayDelete(row, reader.Access))
            throw new ProblemException(new Problem.Forbidden("You are not allowed to delete this attachment."));
        var attachment = await attachments.FindAsync(id, cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        attachments.Remove(attachment);
        attachment.File.Release(clock.GetUtcNow().UtcDateTime);
        await unitOfWork.SaveAsync(cancellationToken);

        // The attachment is gone, whether the client still waits or not.
        await storedFiles.RemoveAsync(row.FileId, CancellationToken.None);
    }

    private Task<Page<AttachmentDto>> PageAsync(string container, IQueryable<Attachment> rows, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, new CollectionQuery { Path = container + "/attachments" }, rows.Where(Attachment.IsUploaded), cancellationToken);
}
