using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>
/// Writes several work packages in one transaction: all or none. Each follows the rules of <see cref="WorkPackageService"/> and sees what
/// those before it have written.
/// </summary>
public sealed class WorkPackageBatchService(
    WorkPackageService workPackages, ResourceReader reader, WorkPackageResource resource, ISchedulingTurn turn, IUnitOfWork unitOfWork)
{
    /// <summary>Stores new ones.</summary>
    /// <exception cref="BatchRefusedException">One is refused; nothing is stored.</exception>
    public Task<IReadOnlyList<Document<WorkPackageDto>>> CreateAsync(
        IReadOnlyList<ChangeSet<WorkPackage, WorkPackageDto>> made, CancellationToken cancellationToken) =>
        WriteAsync(made, (changes, token) => workPackages.StoreAsync(changes, projectId: null, token), cancellationToken);

    /// <summary>Stores changes of some; leaves so too when one is not visible or has moved on.</summary>
    /// <exception cref="BatchRefusedException">One is refused; nothing is stored.</exception>
    public Task<IReadOnlyList<Document<WorkPackageDto>>> UpdateAsync(
        IReadOnlyList<(long Id, ChangeSet<WorkPackage, WorkPackageDto> Changes)> changed, CancellationToken cancellationToken) =>
        WriteAsync(
            changed,
            async (one, token) =>
            {
                await workPackages.StoreAsync(one.Id, one.Changes, token);
                return one.Id;
            },
            cancellationToken);

    // What they became is read when it is certain: what is remembered of rows must not be what was taken back.
    private async Task<IReadOnlyList<Document<WorkPackageDto>>> WriteAsync<T>(IReadOnlyList<T> items, Func<T, CancellationToken, Task<long>> write, CancellationToken cancellationToken)
    {
        var ids = new List<long>(items.Count);
        await turn.WriteAsync(
            unitOfWork,
            async token =>
            {
                ids.Clear();
                foreach (var item in items)
                {
                    ids.Add(await RefusedAtAsync(ids.Count, () => write(item, token)));
                    unitOfWork.Forget();
                }
            },
            cancellationToken);
        var written = (await reader.DocumentsAsync(resource, reader.Store.Rows<WorkPackage>().Where(w => ids.Contains(w.Id)), cancellationToken)).ToDictionary(d => d.Dto.Id);
        return [.. ids.Select(id => written[id])];
    }

    private static async Task<long> RefusedAtAsync(int index, Func<Task<long>> write)
    {
        try
        {
            return await write();
        }
        catch (ProblemException refused)
        {
            throw new BatchRefusedException(index, refused.Problem);
        }
    }
}
