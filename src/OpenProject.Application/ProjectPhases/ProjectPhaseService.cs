using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.ProjectPhases;

namespace OpenProject.Application.ProjectPhases;

/// <summary>Reads phases and what they are; the operator says which ones a project goes through.</summary>
public sealed class ProjectPhaseService(
    ResourceReader reader,
    ProjectPhaseResource phases,
    ProjectPhaseDefinitionResource definitions,
    IAggregates<ProjectPhase> aggregates,
    IUnitOfWork unitOfWork)
{
    /// <summary>What phases there are, as far as the viewer may see them.</summary>
    public Task<Page<ProjectPhaseDefinitionDto>> ListDefinitionsAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(definitions, query, within: null, cancellationToken);

    /// <summary>What a phase is.</summary>
    public Task<Document<ProjectPhaseDefinitionDto>> FindDefinitionAsync(long id, CancellationToken cancellationToken) =>
        reader.FindAsync(definitions, id, cancellationToken);

    /// <summary>One phase of a project.</summary>
    public Task<Document<ProjectPhaseDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(phases, id, cancellationToken);

    /// <summary>
    /// Has a project go through a phase, or leave it out, and returns the phase's id; leaves as not found when no phase has the name.
    /// Whoever calls it has asked whether that may be done.
    /// </summary>
    public async Task<long> ActivateAsync(long projectId, string name, bool active, DateTime now, CancellationToken cancellationToken)
    {
        var store = reader.Store;
        var definitionId = await store.FirstOrDefaultAsync(store.Rows<ProjectPhaseDefinition>().Where(d => d.Name == name).Select(d => d.Id), cancellationToken);
        if (definitionId == 0)
            throw new ProblemException(new Problem.NotFound($"There is no phase '{name}'."));
        var id = await store.FirstOrDefaultAsync(
            store.Rows<ProjectPhase>().Where(p => p.ProjectId == projectId && p.DefinitionId == definitionId).Select(p => p.Id), cancellationToken);
        var phase = id == 0 ? null : await aggregates.FindAsync(id, cancellationToken);
        if (phase is null)
            aggregates.Add(phase = ProjectPhase.Create(projectId, definitionId, active, now));
        phase.Activate(active);
        await unitOfWork.SaveAsync(cancellationToken);
        return phase.Id;
    }
}
