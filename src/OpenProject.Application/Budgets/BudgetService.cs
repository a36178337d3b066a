using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Budgets;

/// <summary>Lists and reads budgets, and makes them as operators say.</summary>
public sealed class BudgetService(
    ResourceReader reader, BudgetResource resource, WorkspaceService workspaces, IAggregates<Budget> budgets, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The budgets of a visible project; leaves as forbidden for those who may see neither budgets nor work packages there.</summary>
    public async Task<Page<BudgetDto>> ListOfAsync(string project, CollectionQuery query, CancellationToken cancellationToken)
    {
        var id = await workspaces.IdOfAsync(project, cancellationToken);
        if (!(await reader.Access.InProjectAsync(id)).Overlaps(BudgetResource.Seeing))
            throw new ProblemException(new Problem.Forbidden());
        return await reader.ListAsync(resource, query, reader.Store.Rows<Budget>().Where(b => b.ProjectId == id), cancellationToken);
    }

    /// <summary>One budget.</summary>
    public Task<Document<BudgetDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a budget.</summary>
    /// <param name="project">The project's identifier.</param>
    /// <param name="subject">What it is called.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The budget's id.</returns>
    /// <exception cref="BrokenRule">There is no such project, or the subject is blank or too long.</exception>
    public async Task<long> CreateAsync(string project, string subject, CancellationToken cancellationToken)
    {
        var id = await reader.Store.FirstOrDefaultAsync(reader.Store.Rows<Project>().Where(p => p.Identifier == project).Select(p => (long?)p.Id), cancellationToken)
            ?? throw new BrokenRule("project", $"There is no project '{project}'.");
        var budget = Budget.Create(id, subject, clock.GetUtcNow().UtcDateTime);
        budgets.Add(budget);
        await unitOfWork.SaveAsync(cancellationToken);
        return budget.Id;
    }
}
