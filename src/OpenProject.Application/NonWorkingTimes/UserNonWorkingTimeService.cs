using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.NonWorkingTimes;

namespace OpenProject.Application.NonWorkingTimes;

/// <summary>Lists, reads and writes when users do not work. The key is an id, a login, or <c>me</c>.</summary>
public sealed class UserNonWorkingTimeService(
    ResourceReader reader,
    WorkingTimeService times,
    UserNonWorkingTimeResource resource,
    UserNonWorkingTimeContract contract,
    IAggregates<UserNonWorkingTime> aggregates,
    IPrincipalLock locks,
    TimeProvider clock)
{
    private WritePlan<UserNonWorkingTime, UserNonWorkingTimeDto> Writes => new(resource, contract, aggregates)
    {
        // Of two that are written at once the second one sees what the first has stored.
        BeforeSave = async (draft, token) =>
        {
            await locks.TakeAsync(draft.Entity.UserId, token);
            if (!await contract.IsApartAsync(draft, token))
                throw new ProblemException(new Problem.Invalid("base", UserNonWorkingTimeContract.Overlap));
        },
    };

    /// <summary>Those of a person that have a day in a year, by their first day; leaves as not found for whoever may not manage them.</summary>
    /// <param name="user">The key.</param>
    /// <param name="year">The year, from 1 to 9999; null for the present one.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<UserNonWorkingTimeDto>> ListAsync(string user, int? year, CollectionQuery query, CancellationToken cancellationToken)
    {
        var userId = await times.PersonAsync(user, cancellationToken);
        if (!WorkingTimeService.MayManage(reader.Access, userId))
            throw new ProblemException(new Problem.NotFound());
        var wanted = year ?? clock.GetUtcNow().Year;
        var (first, last) = (new DateOnly(wanted, 1, 1), new DateOnly(wanted, 12, 31));
        var rows = reader.Visible(resource).Where(t => t.UserId == userId && t.StartDate <= last && t.EndDate >= first);
        return await reader.ListAsync(resource, query, rows, cancellationToken);
    }

    /// <summary>One.</summary>
    public Task<Document<UserNonWorkingTimeDto>> FindAsync(string user, long id, CancellationToken cancellationToken) =>
        times.FindAsync(resource, user, id, t => t.UserId, cancellationToken);

    /// <summary>Stores a new one.</summary>
    public async Task<Document<UserNonWorkingTimeDto>> CreateAsync(
        string user, ChangeSet<UserNonWorkingTime, UserNonWorkingTimeDto> changes, CancellationToken cancellationToken) =>
        await times.CreateAsync(
            Writes, UserNonWorkingTime.Draft(await times.PersonAsync(user, cancellationToken)), changes, t => t.Id, cancellationToken);

    /// <summary>Stores changes.</summary>
    public Task<Document<UserNonWorkingTimeDto>> UpdateAsync(
        string user, long id, ChangeSet<UserNonWorkingTime, UserNonWorkingTimeDto> changes, CancellationToken cancellationToken) =>
        times.UpdateAsync(Writes, user, id, t => t.UserId, changes, cancellationToken);

    /// <summary>Removes it.</summary>
    public Task DeleteAsync(string user, long id, CancellationToken cancellationToken) =>
        times.DeleteAsync(Writes, user, id, t => t.UserId, cancellationToken);
}
