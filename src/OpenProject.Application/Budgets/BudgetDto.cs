using OpenProject.Application.Resources;

namespace OpenProject.Application.Budgets;

/// <summary>A budget, as read.</summary>
public sealed class BudgetDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The project.</summary>
    public long ProjectId { get; init; }
}
