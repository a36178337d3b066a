using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Revisions;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Revisions;

/// <summary>Lists and reads revisions, and takes in those that operators tell of.</summary>
public sealed class RevisionService(
    ResourceReader reader, RevisionResource resource, WorkPackageResource workPackages, IAggregates<Revision> revisions, IUnitOfWork unitOfWork)
{
    /// <summary>The revisions that are about a visible work package, of those projects whose revisions the viewer may see; the last one first.</summary>
    public async Task<Page<RevisionDto>> ListOfAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(workPackages, workPackageId, cancellationToken))
            throw new ProblemException(new Problem.NotFound(workPackages.NotFoundMessage));
        var rows = reader.Visible(resource).Where(r => r.Mentions.Any(m => m.WorkPackageId == workPackageId));
        return await reader.ListAsync(resource, query, rows, cancellationToken);
    }

    /// <summary>One revision.</summary>
    public Task<Document<RevisionDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a revision. It is about those work packages that its message names as <c>#12</c> and that exist.</summary>
    /// <returns>The revision's id.</returns>
    /// <exception cref="BrokenRule">There is no such project, the project has that revision, or a text is wrong.</exception>
    public async Task<long> CreateAsync(RevisionSpec spec, CancellationToken cancellationToken)
    {
        var store = reader.Store;
        var projectId = await store.FirstOrDefaultAsync(store.Rows<Project>().Where(p => p.Identifier == spec.Project).Select(p => (long?)p.Id), cancellationToken)
            ?? throw new BrokenRule("project", $"There is no project '{spec.Project}'.");
        var revision = Revision.Create(projectId, spec.Identifier, spec.AuthorName, spec.Message, spec.Address, spec.CommittedAt.UtcDateTime);
        if (await store.AnyAsync(store.Rows<Revision>().Where(r => r.ProjectId == projectId && r.Identifier == revision.Identifier), cancellationToken))
            throw new BrokenRule("identifier", "Identifier has already been taken.");
        revision.AttributeTo(spec.UserId);
        List<long> mentioned = [.. Revision.MentionedIn(revision.Message)];
        revision.Mention(await store.ListAsync(store.Rows<WorkPackage>().Where(w => mentioned.Contains(w.Id)).Select(w => w.Id), cancellationToken));
        revisions.Add(revision);
        await unitOfWork.SaveAsync(cancellationToken);
        return revision.Id;
    }
}
