using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Writes;

/// <summary>Everything that writing one resource takes: its declaration, its contract, its aggregates.</summary>
public sealed class WritePlan<TEntity, TDto>(
    Resource<TEntity, TDto> resource, Contract<TEntity, TDto> contract, IAggregates<TEntity> aggregates)
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The declaration.</summary>
    public Resource<TEntity, TDto> Resource => resource;

    /// <summary>The business rules.</summary>
    public Contract<TEntity, TDto> Contract => contract;

    /// <summary>Where the aggregates are.</summary>
    public IAggregates<TEntity> Aggregates => aggregates;

    /// <summary>What else a save changes, in the same transaction and after the aggregate has its id; null for nothing.</summary>
    public Func<Draft<TEntity, TDto>, CancellationToken, Task>? AfterSave { get; init; }

    /// <summary>Which other aggregates change with this one, to be stored by the same save; null for none.</summary>
    public Func<Draft<TEntity, TDto>, CancellationToken, Task>? BeforeSave { get; init; }

    internal async Task SaveAsync(Draft<TEntity, TDto> draft, IUnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        if (BeforeSave is not null)
            await BeforeSave(draft, cancellationToken);
        if (AfterSave is null)
        {
            await unitOfWork.SaveAsync(cancellationToken);
            return;
        }

        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await unitOfWork.SaveAsync(token);
                await AfterSave(draft, token);
            },
            cancellationToken);
    }
}
