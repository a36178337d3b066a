using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Budgets;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Budgets;

/// <summary>What projects may spend.</summary>
[Route("api/v3/budgets")]
public sealed class BudgetsController(BudgetService budgets) : V3Controller
{
    /// <summary>View a budget.</summary>
    /// <param name="id">The budget's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The budget.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "view_Budget")]
    public async Task<ActionResult<Document<BudgetDto>>> Show(long id, CancellationToken cancellationToken) => await budgets.FindAsync(id, cancellationToken);

    /// <summary>List the budgets of a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The budgets, by subject.</response>
    /// <response code="403">The client may see neither budgets nor work packages there.</response>
    /// <response code="404">The project is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/projects/{id}/budgets", Name = "view_Budgets_of_a_Project")]
    public async Task<ActionResult<Page<BudgetDto>>> ListOfProject(string id, CancellationToken cancellationToken) =>
        await budgets.ListOfAsync(id, Whole(), cancellationToken);
}
