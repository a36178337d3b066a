using System.Linq.Expressions;
using OpenProject.Application.Attachments;
using OpenProject.Application.Budgets;
using OpenProject.Application.Common;
using OpenProject.Application.CustomActions;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <content>What hangs on work packages.</content>
public sealed partial class WorkPackageResource
{
    private const string PreviewPath = "/api/v3/render/markdown?context=/api/v3/work_packages/";
    private static readonly Expression<Func<Attachment, string?>>[] FileNames = [a => a.FileName];

    /// <inheritdoc/>
    public override IReadOnlyList<CollectionLink> FormLinks(Draft<WorkPackage, WorkPackageDto> draft) => draft switch
    {
        { IsNew: false } => [new CollectionLink("previewMarkup", PreviewPath + draft.Entity.Id, "post")],
        { Entity.ProjectId: > 0 } => [new CollectionLink("previewMarkup", $"/api/v3/render/markdown?context={WorkspacePaths.Projects.Of(draft.Entity.ProjectId)}", "post")],
        _ => [],
    };

    private void DeclareContent(AttachmentPolicy attachments)
    {
        // What is written is stored by AttachmentClaimService, after the work package.
        Links("attachments", "[]" + AttachmentResource.Kind, [AttachmentResource.Location], _ => []).OnlyWritten()
            .Write((_, _, _) => { }).WritableWhen(MayEdit).AllowedAre(new AllowedUploads());
        Link("budget", BudgetResource.Kind, [BudgetResource.Location], w => Ref(BudgetResource.Location, w.BudgetId, w.BudgetSubject)).Embedded()
            .ShownWhen((w, access) => access.In(w.ProjectId).Contains(Permission.ViewBudgets))
            .Write((w, id) => w.Fund(id)).WritableWhen(draft => MayEdit(draft) && draft.Permissions.Contains(Permission.ViewBudgets)).AllowedAre(targets.Budgets);
        Links("customActions", "[]" + CustomActionResource.Kind, [CustomActionResource.Location], w => w.CustomActions).NotInSchema().Embedded();
        Property("spentTime", w => (Duration?)new Duration(w.SpentMinutes))
            .ShownWhen((w, access) => access.In(w.ProjectId).Overlaps(TimeEntryRights.Seeing));
        Related("timeEntries", $"{TimeEntryResource.Location.Value}?filters={{filters}}", ("filters", TimeEntriesOf)).Needs(TimeEntryRights.SeeAnyOf);
        Related("logTime", TimeEntryResource.Location.Value).Titled(w => $"Log time on {w.Subject}").Needs(TimeEntryRights.LogAnyOf).Acting();
        Action("previewMarkup", "post", PreviewPath + "{id}");
        Related("revisions", Location.Value + "/{id}/revisions").Needs(Permission.ViewChangesets);
        EmbedList("attachments", AttachmentResource.Location);
        Related("attachments", Location.Value + "/{id}/attachments");
        DeclareFileLinks();
        Action("addAttachment", "post", Location.Value + "/{id}/attachments").Needs(AttachmentRights.AddAnyOf);
        Action("prepareAttachment", "post", Location.Value + "/{id}/attachments/prepare").Needs(AttachmentRights.AddAnyOf).When((_, _) => attachments.TakesDirectUploads);
    }

    private static string TimeEntriesOf(WorkPackageDto workPackage) => Uri.EscapeDataString(
        $$$"""[{"entity_type":{"operator":"=","values":["WorkPackage"]}},{"entity_id":{"operator":"=","values":["{{{workPackage.Id}}}"]}}]""");

    private void DeclareContentFilters()
    {
        Filter(new ListFilter<WorkPackage>("budget", ListKind.Optional, w => w.BudgetId, key: w => w.Id));
        Filter(new RelatedTextFilter<WorkPackage>("attachmentFileName", AttachedAs, In(WordPlaces.FileNames)));
        DeclareFileLinkFilters();
    }

    private static Expression<Func<WorkPackage, bool>>? AttachedAs(string text, FilterContext context)
    {
        if (SearchFilter<Attachment>.ContainsWords(FileNames, text) is not { } contains)
            return null;
        var attachments = context.Access.Store.Rows<Attachment>().Where(a => a.ActivityId == null).Where(contains).Where(Attachment.IsUploaded);
        return w => attachments.Any(a => a.WorkPackageId == w.Id);
    }
}
