// local stand-in until the real one lands
using OpenProject.Application.Common;
using OpenProject.Domain.Roles;
namespace OpenProject.Application.Permissions;
public abstract class Access {
    public abstract IReadStore Store { get; }
    public abstract Viewer Viewer { get; }
    public abstract IQueryable<long> ProjectsWith(Permission permission);
    public abstract IQueryable<long> VisibleProjects();
    public abstract ValueTask<PermissionSet> InProjectAsync(long projectId);
    public abstract Task LoadAsync(IEnumerable<long> projectIds);
    public abstract PermissionSet In(long projectId);
    public abstract Task<PermissionSet> GlobalAsync();
    public abstract PermissionSet Global { get; }
    public abstract Task<bool> AnywhereAsync(Permission permission);
}
