using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Views;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Views;

/// <summary>Lists, reads and makes views. They go with their query and change with it.</summary>
public sealed class ViewService(
    ResourceReader reader, ResourceWriter writer, ViewResource resource, ViewContract contract, IAggregates<View> aggregates, GuardedReads guard)
{
    private WritePlan<View, ViewDto> Writes { get; } = new(resource, contract, aggregates);

    /// <summary>The views that the viewer may see; leaves as forbidden for those who may see work packages nowhere.</summary>
    public Task<Page<ViewDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        guard.ListAsync(resource, query, [Permission.ViewWorkPackages, Permission.ManagePublicQueries], cancellationToken);

    /// <summary>One view.</summary>
    public Task<Document<ViewDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Makes a view of a kind, e.g. <c>work_packages_table</c>; leaves as not found when there is no such kind.</summary>
    public async Task<Document<ViewDto>> CreateAsync(string kind, ChangeSet<View, ViewDto> changes, CancellationToken cancellationToken)
    {
        var known = Codes.Parse<ViewKind>(kind) ?? throw new ProblemException(new Problem.NotFound());
        var created = await writer.CreateAsync(Writes, View.Draft(known, writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }
}
