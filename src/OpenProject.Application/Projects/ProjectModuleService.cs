using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Says which modules a project uses; for operators.</summary>
public sealed class ProjectModuleService(ResourceReader reader, ProjectResource resource, IAggregates<Project> projects, IUnitOfWork unitOfWork)
{
    /// <summary>Enables modules of a project, and disables others.</summary>
    /// <param name="key">The project's id or identifier.</param>
    /// <param name="enabled">The modules to enable.</param>
    /// <param name="disabled">The modules to disable.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All that it uses then.</returns>
    /// <exception cref="ProblemException">There is no such project or module.</exception>
    public async Task<IReadOnlyList<string>> ChangeAsync(
        string key, IReadOnlyCollection<string> enabled, IReadOnlyCollection<string> disabled, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, ProjectResource.Named(key, kind: null), cancellationToken);
        var project = await projects.FindAsync(row.Id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        try
        {
            project.EnableModules([.. project.Modules.Select(m => m.Name).Except(disabled, StringComparer.Ordinal).Union(enabled, StringComparer.Ordinal)]);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        await unitOfWork.SaveAsync(cancellationToken);
        return [.. project.Modules.Select(m => m.Name).Order(StringComparer.Ordinal)];
    }
}
