using System.Linq.Expressions;
using OpenProject.Application.Attachments;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <content>What hangs on work packages.</content>
public sealed partial class WorkPackageResource
{
    private static readonly Expression<Func<Attachment, string?>>[] FileNames = [a => a.FileName];

    private void DeclareContent()
    {
        // What is written is stored by AttachmentClaimService, after the work package.
        Links("attachments", "[]" + AttachmentResource.Kind, [AttachmentResource.Location], _ => []).OnlyWritten()
            .Write((_, _, _) => { }).WritableWhen(MayEdit).AllowedAre(new AllowedUploads());
        EmbedList("attachments", AttachmentResource.Location);
        Related("attachments", Location.Value + "/{id}/attachments");
        Action("addAttachment", "post", Location.Value + "/{id}/attachments").Needs(AttachmentRights.AddAnyOf);
    }

    private void DeclareContentFilters() => Filter(new RelatedTextFilter<WorkPackage>("attachmentFileName", AttachedAs));

    private static Expression<Func<WorkPackage, bool>>? AttachedAs(string text, FilterContext context)
    {
        if (SearchFilter<Attachment>.ContainsWords(FileNames, text) is not { } contains)
            return null;
        var attachments = context.Access.Store.Rows<Attachment>().Where(a => a.ActivityId == null).Where(contains);
        return w => attachments.Any(a => a.WorkPackageId == w.Id);
    }
}
