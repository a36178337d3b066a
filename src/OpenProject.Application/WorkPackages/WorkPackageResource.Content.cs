using OpenProject.Application.Attachments;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <content>What hangs on work packages.</content>
public sealed partial class WorkPackageResource
{
    private void DeclareContent()
    {
        // What is written is stored by AttachmentClaimService, after the work package.
        Links("attachments", "[]" + AttachmentResource.Kind, [AttachmentResource.Location], _ => []).OnlyWritten()
            .Write((_, _, _) => { }).WritableWhen(MayEdit).AllowedAre(new AllowedUploads());
        EmbedList("attachments", AttachmentResource.Location);
        Related("attachments", Location.Value + "/{id}/attachments");
        Action("addAttachment", "post", Location.Value + "/{id}/attachments").Needs(AttachmentRights.AddAnyOf);
    }

    private void DeclareContentFilters() =>
        Filter(new LinkedTextFilter<WorkPackage, Attachment>(
            "attachmentFileName", w => w.Id, store => store.Rows<Attachment>().Where(a => a.ActivityId == null), a => a.WorkPackageId, a => a.FileName));
}
