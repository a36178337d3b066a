using OpenProject.Application.Activities;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Attachments;

/// <summary>Takes uploads. Who may not upload there is told before the first byte is read.</summary>
public sealed class UploadService(
    ResourceReader reader,
    AttachmentResource resource,
    WorkPackageResource workPackages,
    ActivityResource activities,
    IAggregates<Attachment> attachments,
    FileIntakeService intake,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>Attaches a file to a visible work package; leaves as forbidden for those who may not.</summary>
    public async Task<Document<AttachmentDto>> CreateForWorkPackageAsync(long workPackageId, IUpload upload, CancellationToken cancellationToken) =>
        await CreateAsync(upload, (await ToWorkPackageAsync(workPackageId, cancellationToken)).Attach, cancellationToken);

    /// <summary>Attaches a file to a visible activity; leaves as forbidden for those who may not.</summary>
    public async Task<Document<AttachmentDto>> CreateForActivityAsync(long activityId, IUpload upload, CancellationToken cancellationToken) =>
        await CreateAsync(upload, (await ToActivityAsync(activityId, cancellationToken)).Attach, cancellationToken);

    /// <summary>Takes a file that hangs on nothing yet; leaves as forbidden for those who may attach files nowhere, and for visitors without a name.</summary>
    public async Task<Document<AttachmentDto>> CreateAsync(IUpload upload, CancellationToken cancellationToken) =>
        await CreateAsync(upload, (await ToNothingAsync()).Attach, cancellationToken);

    /// <summary>A visible work package that the viewer may attach files to; leaves as forbidden where he may not.</summary>
    internal async Task<UploadTarget> ToWorkPackageAsync(long workPackageId, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        Require(AttachmentRights.MayAttachToWorkPackages(await reader.Access.InProjectAsync(row.ProjectId)));
        return new UploadTarget(attachment => attachment.AttachToWorkPackage(workPackageId), new Reference(WorkPackageResource.Location, workPackageId, row.Subject));
    }

    /// <summary>A visible activity that the viewer may attach files to; leaves as forbidden where he may not.</summary>
    internal async Task<UploadTarget> ToActivityAsync(long activityId, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(activities, activityId, cancellationToken);
        Require(AttachmentRights.MayAttachTo(row, reader.Access));
        return new UploadTarget(attachment => attachment.AttachToActivity(row.WorkPackageId, activityId), new Reference(ActivityResource.Location, activityId, null));
    }

    /// <summary>Nothing yet; leaves as forbidden for those who may attach files nowhere, and for visitors without a name.</summary>
    internal async Task<UploadTarget> ToNothingAsync()
    {
        Require(!reader.Access.Viewer.IsAnonymous && await reader.Access.AnywhereAsync(AttachmentRights.AddAnyOf));
        return new UploadTarget(_ => { }, Container: null);
    }

    /// <summary>Takes a file that is attached to something by whoever may.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="attach">Hangs it on what it belongs to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Document<AttachmentDto>> CreateAsync(IUpload upload, Action<Attachment> attach, CancellationToken cancellationToken)
    {
        StoredFile? file = null;
        try
        {
            string? claimed = null;
            var metadata = await upload.ReadAsync(
                async (content, contentType, token) =>
                {
                    claimed = contentType;
                    file = await intake.ReceiveAsync(content, token);
                },
                cancellationToken);
            var attachment = Attach(file, claimed, metadata);
            attach(attachment);
            attachments.Add(attachment);
            await unitOfWork.SaveAsync(cancellationToken);
            return await reader.WrittenAsync(resource, attachment.Id, cancellationToken);
        }
        catch when (file is not null)
        {
            await intake.DropAsync(file);
            throw;
        }
    }

    private Attachment Attach(StoredFile? file, string? claimed, UploadMetadata? metadata)
    {
        var missing = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(metadata?.FileName))
            missing.Add(new FieldError("fileName", "File name can't be blank."));
        if (file is null)
            missing.Add(new FieldError("file", "File can't be blank."));
        if (missing.Count > 0)
            throw new ProblemException(new Problem.Invalid(missing));
        try
        {
            var attachment = Attachment.Create(file!, metadata!.FileName, metadata.Description, reader.Access.Viewer.UserId, clock.GetUtcNow().UtcDateTime);
            file!.BeOfType(intake.TypeOf(attachment.FileName, claimed));
            return attachment;
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    private static void Require(bool isAllowed)
    {
        if (!isAllowed)
            throw new ProblemException(new Problem.Forbidden());
    }
}
