using AutoMapper;
using OpenProject.Domain.Budgets;

namespace OpenProject.Application.Budgets;

/// <summary>Budget to its row.</summary>
public sealed class BudgetMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public BudgetMaps() => CreateMap<Budget, BudgetDto>();
}
