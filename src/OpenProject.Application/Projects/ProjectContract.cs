using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Types;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>Who may write projects, what a new one begins with, and which states are wrong.</summary>
public sealed class ProjectContract : Contract<Project, ProjectDto>
{
    // Leaves room for a dash and a number.
    private const int GeneratedLimit = ProjectIdentifier.Limit - 8;

    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public ProjectContract(IReadStore store)
    {
        this.store = store;
        Unique("identifier", "Identifier", e => e.Identifier, row => row.Identifier, e => store.Rows<Project>().Where(o => o.Id != e.Id && o.Identifier == e.Identifier), store);
        MustAsync("active", MayArchiveAllBelowAsync, "Active cannot be taken away without the permission to archive all subprojects.");
        MustAsync("active", NothingAboveIsArchivedAsync, "Active cannot be set while a project above is archived.");
    }

    /// <summary>The project that new ones are copies of; null where they are not.</summary>
    public long? CopyOf { get; set; }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        if (CopyOf is { } sourceId)
            Allow((await draft.Access.InProjectAsync(sourceId)).Contains(Permission.CopyProjects));
        else if (!draft.IsNew)
            Allow(draft.Access.Viewer.IsAdmin || draft.Permissions.Contains(Permission.EditProject));
        else if (!draft.Permissions.Contains(Permission.AddProject))
            Allow(draft.Entity.ParentId is { } above && (await draft.Access.InProjectAsync(above)).Contains(Permission.AddSubprojects));
    }

    /// <inheritdoc/>
    public override async Task DeriveAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        if (draft.IsNew)
            await SetDefaultsAsync(draft.Entity, cancellationToken);
        if (CopyOf is not null && draft.Entity.ParentId is { } above && !draft.Changed("parent"))
            await StayBelowAsync(draft, above, cancellationToken);
        if (draft.Entity.ParentId is not { } parentId || parentId == draft.Original.ParentId)
            return;
        var parent = await store.FirstOrDefaultAsync(
            store.Rows<Project>().Where(p => p.Id == parentId).Select(p => new { p.Name, p.Kind }), cancellationToken);
        draft.AfterMapping = dto => (dto.ParentName, dto.ParentKind) = (parent?.Name, parent?.Kind);
    }

    // A copy stands beside its source, where the viewer may put it there.
    private async Task StayBelowAsync(Draft<Project, ProjectDto> draft, long parentId, CancellationToken cancellationToken)
    {
        var candidates = ProjectParents.Candidates(store, draft.Access, draft.Entity.Kind, id: 0);
        if (!await store.AnyAsync(candidates.Where(p => p.Id == parentId), cancellationToken))
            draft.Entity.MoveBelow(null);
    }

    private async Task SetDefaultsAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.Types.Count == 0)
        {
            project.OfferTypes(await store.ListAsync(
                store.Rows<WorkPackageType>().Where(t => t.IsDefault).OrderBy(t => t.Position).Select(t => t.Id), cancellationToken));
        }

        if (project is { Identifier: "", Name: not "" })
            project.IdentifyAs(await FreeIdentifierAsync(ProjectIdentifier.FromName(project.Name), cancellationToken));
    }

    private async Task<string> FreeIdentifierAsync(string wanted, CancellationToken cancellationToken)
    {
        var stem = wanted.Length <= GeneratedLimit ? wanted : wanted[..GeneratedLimit].TrimEnd('-', '_');
        var pattern = Text.StartingWith(stem);
        var taken = (await store.ListAsync(
            store.Rows<Project>().Where(p => Text.Like(p.Identifier, pattern)).Select(p => p.Identifier), cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var free = stem;
        for (var number = 1; taken.Contains(free); number++)
            free = $"{stem}-{number}";
        return free;
    }

    private async Task<bool> MayArchiveAllBelowAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        if (draft.IsNew || draft.Entity.Active || !draft.Original.Active || draft.Access.Viewer.IsAdmin)
            return true;
        var (id, allowed) = (draft.Entity.Id, draft.Access.ProjectsWith(Permission.ArchiveProject));
        return !await store.AnyAsync(
            store.Rows<ProjectHierarchy>().Where(h => h.AncestorId == id && h.Depth > 0 && h.Descendant.Active && !allowed.Contains(h.DescendantId)),
            cancellationToken);
    }

    private async Task<bool> NothingAboveIsArchivedAsync(Draft<Project, ProjectDto> draft, CancellationToken cancellationToken)
    {
        if (draft.IsNew || !draft.Entity.Active || draft.Original.Active)
            return true;
        var id = draft.Entity.Id;
        return !await store.AnyAsync(
            store.Rows<ProjectHierarchy>().Where(h => h.DescendantId == id && h.Depth > 0 && !h.Ancestor.Active), cancellationToken);
    }
}
