using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Storages;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <content>The files that work packages refer to. Where links to files are not seen, nothing is found by them.</content>
public sealed partial class WorkPackageResource
{
    private void DeclareFileLinks()
    {
        Related("fileLinks", Location.Value + "/{id}/file_links").Needs(Permission.ViewFileLinks);
        Action("addFileLink", "post", Location.Value + "/{id}/file_links").Needs(Permission.ManageFileLinks);
    }

    private void DeclareFileLinkFilters()
    {
        Filter(new CodedTextFilter<WorkPackage>("file_link_origin_id", (ids, context) => Linking(context, f => ids.Contains(f.OriginId))));
        Filter(new RelationFilter<WorkPackage>("storage_id", (ids, context) => Linking(context, f => ids.Contains(f.StorageId))));
        Filter(new HostFilter<WorkPackage>("storage_url", (host, context) => Linking(context, f => f.Storage.Host == host)));
        Filter(new RelationFilter<WorkPackage>("linkable_to_storage_id", (ids, context) => LinkableTo(context, p => ids.Contains(p.StorageId))));
        Filter(new HostFilter<WorkPackage>("linkable_to_storage_url", (host, context) => LinkableTo(context, p => p.Storage.Host == host)));
    }

    private static Expression<Func<WorkPackage, bool>> Linking(FilterContext context, Expression<Func<FileLink, bool>> which)
    {
        var links = context.Access.Store.Rows<FileLink>().Where(which);
        var seen = context.Access.ProjectsWith(Permission.ViewFileLinks);
        return w => seen.Contains(w.ProjectId) && links.Any(f => f.WorkPackageId == w.Id);
    }

    private static Expression<Func<WorkPackage, bool>> LinkableTo(FilterContext context, Expression<Func<ProjectStorage, bool>> which)
    {
        var pairs = context.Access.Store.Rows<ProjectStorage>().Where(which);
        var managed = context.Access.ProjectsWith(Permission.ManageFileLinks);
        return w => managed.Contains(w.ProjectId) && pairs.Any(p => p.ProjectId == w.ProjectId);
    }
}
