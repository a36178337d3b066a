using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>How copies of projects begin: as their source, but for the name.</summary>
public sealed class ProjectCopyPlan(ProjectPlan plan, ProjectContract contract, IAggregates<Project> projects, TimeProvider clock)
{
    /// <summary>The plan for copies of a project, and the blank copy.</summary>
    /// <param name="sourceId">The project; the viewer has been seen to see it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(WritePlan<Project, ProjectDto> Writes, Project Blank)> OfAsync(long sourceId, CancellationToken cancellationToken)
    {
        contract.CopyOf = sourceId;
        var source = await projects.FindAsync(sourceId, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        return (plan.Writes, Project.CopyOf(source, clock.GetUtcNow().UtcDateTime));
    }
}
