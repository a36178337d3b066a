using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Attachments;

/// <summary>Has work packages take what was uploaded before, and let go of what is not sent any more.</summary>
public sealed class AttachmentClaimService(IReadStore store, IAggregates<Attachment> attachments, IUnitOfWork unitOfWork)
{
    /// <summary>Stores that a written work package has the attachments that the request names, and no others; nothing where it names none.</summary>
    public async Task ClaimAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        if (draft.Changes.Find("attachments") is not ToManyChange<WorkPackage, WorkPackageDto> change)
            return;
        var wanted = change.Targets.Select(t => t.Id).ToHashSet();
        var workPackageId = draft.Entity.Id;
        var present = await store.ListAsync(
            store.Rows<Attachment>().Where(a => a.WorkPackageId == workPackageId && a.ActivityId == null).Where(Attachment.IsUploaded).Select(a => a.Id), cancellationToken);
        foreach (var attachment in await attachments.FindManyAsync([.. wanted.Union(present)], cancellationToken))
        {
            if (!wanted.Contains(attachment.Id))
                LetGo(attachment, draft.Now);
            else if (attachment.WorkPackageId is null)
                attachment.AttachToWorkPackage(workPackageId);
        }

        await unitOfWork.SaveAsync(cancellationToken);
    }

    private void LetGo(Attachment attachment, DateTime now)
    {
        attachments.Remove(attachment);
        attachment.File.Release(now);
    }
}
