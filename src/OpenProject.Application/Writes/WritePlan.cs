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

    /// <summary>What must have happened before the save, in the same transaction: other aggregates change, or statements clear the way; null for nothing.</summary>
    public Func<Draft<TEntity, TDto>, CancellationToken, Task>? BeforeSave { get; init; }

    internal async Task SaveAsync(Draft<TEntity, TDto> draft, IUnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        if (BeforeSave is null && AfterSave is null)
        {
            await unitOfWork.SaveAsync(cancellationToken);
            return;
        }

        await unitOfWork.InTransactionAsync(
            async token =>
            {
                if (BeforeSave is not null)
                    await BeforeSave(draft, token);
                await unitOfWork.SaveAsync(token);
                if (AfterSave is not null)
                    await AfterSave(draft, token);
            },
            cancellationToken);
    }
}
