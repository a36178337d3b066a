using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Attachments;

/// <summary>What a work package may have attached by a link: what hangs on it, and what the writer uploaded and nothing has taken.</summary>
internal sealed class AllowedUploads : AllowedValues<WorkPackage, WorkPackageDto>
{
    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<WorkPackage, WorkPackageDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken) =>
        AllowAllAsync(draft, [wanted], reader, cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> AllowAllAsync(
        Draft<WorkPackage, WorkPackageDto> draft, IReadOnlyList<LinkTarget> wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        var (ids, me, workPackageId) = (wanted.Select(w => w.Id).Distinct().ToList(), reader.Access.Viewer.UserId, draft.IsNew ? 0 : draft.Entity.Id);
        var isKnown = !reader.Access.Viewer.IsAnonymous;
        var known = await reader.Store.CountAsync(
            reader.Store.Rows<Attachment>().Where(a => ids.Contains(a.Id)).Where(Attachment.IsUploaded).Where(
                Attachment.IsUnclaimed.And(a => isKnown && a.AuthorId == me).Or(a => a.WorkPackageId == workPackageId && a.ActivityId == null)),
            cancellationToken);
        return known == ids.Count;
    }

    /// <inheritdoc/>
    public override string RefusalOf(string label) => $"{label} does not exist.";
}
