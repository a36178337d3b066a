using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Memberships;

/// <summary>Lists, reads and writes memberships.</summary>
public sealed class MembershipService(
    ResourceReader reader, ResourceWriter writer, MembershipResource resource, MembershipPlan plan, ProjectResource projects)
{
    /// <summary>The memberships that the viewer may see.</summary>
    public Task<Page<MembershipDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One membership.</summary>
    public Task<Document<MembershipDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a new membership.</summary>
    public async Task<Document<MembershipDto>> CreateAsync(ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(plan.Writes, Membership.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores other roles.</summary>
    public async Task<Document<MembershipDto>> UpdateAsync(
        long id, ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(plan.Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a membership; roles that come from a group stay.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (membership, row) = await writer.TakeAsync(plan.Writes, id, cancellationToken);
        if (!MembershipResource.IsManagedBy(row, reader.Access))
            throw new ProblemException(new Problem.Forbidden());
        if (membership.Roles.All(r => r.IsInherited))
            throw new ProblemException(new Problem.Invalid("base", "An inherited membership cannot be removed here."));
        await plan.RemoveAsync(membership, row.PrincipalKind, cancellationToken);
    }

    /// <summary>The form for a new membership.</summary>
    public Task<Form<Membership, MembershipDto>> CreateFormAsync(ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(
            plan.Writes, Membership.Draft(writer.Now), changes, FormLinks.Create(MembershipResource.Location.Value), cancellationToken);

    /// <summary>The form for other roles.</summary>
    public Task<Form<Membership, MembershipDto>> UpdateFormAsync(
        long id, ChangeSet<Membership, MembershipDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(plan.Writes, id, changes, FormLinks.Update(MembershipResource.Location.Of(id)), cancellationToken);

    /// <summary>The projects where the viewer manages members; leaves as forbidden when there is none.</summary>
    public async Task<Page<ProjectDto>> AvailableProjectsAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.Access.AnywhereAsync(Permission.ManageMembers))
            throw new ProblemException(new Problem.Forbidden());
        var managed = reader.Access.ProjectsWith(Permission.ManageMembers);
        return await reader.ListAsync(
            projects, query, reader.Visible(projects).Where(p => p.Kind == ProjectKind.Project && managed.Contains(p.Id)), cancellationToken);
    }

    /// <summary>The schema of memberships; leaves as forbidden for those who neither see nor manage members anywhere.</summary>
    public async Task<SchemaDocument> SchemaAsync(CancellationToken cancellationToken)
    {
        if (!await reader.Access.AnywhereAsync([Permission.ManageMembers, Permission.ViewMembers]))
            throw new ProblemException(new Problem.Forbidden());
        return await writer.SchemaAsync(resource, Membership.Draft(writer.Now), MembershipResource.Location.Value + "/schema", cancellationToken);
    }
}
