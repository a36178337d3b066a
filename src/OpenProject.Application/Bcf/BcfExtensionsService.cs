using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Bcf;

/// <summary>Says what topics of a project may be set to. Who may not write topics is told nothing of it.</summary>
public sealed class BcfExtensionsService(BcfProjectService projects, BcfVocabularyService vocabulary, IReadStore store)
{
    /// <summary>The values of a visible project.</summary>
    public async Task<BcfExtensions> FindAsync(string key, CancellationToken cancellationToken)
    {
        var project = await projects.FindAsync(key, cancellationToken);
        if (!project.Rights.MayManage)
            return new BcfExtensions(project.Rights, [], [], [], [], [], [], []);
        var id = project.Id;
        var words = await vocabulary.OfAsync(id, cancellationToken);
        return new BcfExtensions(
            project.Rights,
            await store.ListAsync(
                store.Rows<Project>().Where(p => p.Id == id).SelectMany(p => p.Types).OrderBy(t => t.Type.Position).Select(t => t.Type.Name), cancellationToken),
            await store.ListAsync(store.Rows<Status>().OrderBy(s => s.Position).Select(s => s.Name), cancellationToken),
            await store.ListAsync(store.Rows<Priority>().Where(p => p.IsActive).OrderBy(p => p.Position).Select(p => p.Name), cancellationToken),
            project.Rights.MaySeeMembers ? await UsersAsync(id, cancellationToken) : [],
            [.. words[BcfWordKind.Label]],
            [.. words[BcfWordKind.Stage]],
            [.. words[BcfWordKind.SnippetType]]);
    }

    private Task<List<string>> UsersAsync(long projectId, CancellationToken cancellationToken) => store.ListAsync(
        WorkPackageTargets.AssignableIn(projectId, store).OrderBy(m => m.Principal.SortName).ThenBy(m => m.PrincipalId)
            .Select(m => ((User)m.Principal).Email ?? m.Principal.Name),
        cancellationToken);
}

/// <summary>What topics of a project may be set to, and what the viewer may do.</summary>
/// <param name="Rights">What he may do.</param>
/// <param name="Types">The types.</param>
/// <param name="Statuses">The statuses of a new topic.</param>
/// <param name="Priorities">The priorities.</param>
/// <param name="Users">Those who may be assigned.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Stages">The stages.</param>
/// <param name="SnippetTypes">The types of snippets.</param>
public sealed record BcfExtensions(
    BcfRights Rights,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Statuses,
    IReadOnlyList<string> Priorities,
    IReadOnlyList<string> Users,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Stages,
    IReadOnlyList<string> SnippetTypes);
