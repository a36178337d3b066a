using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkingHours;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkingHours;

/// <summary>Lists, reads and writes the working hours of users. The key is an id, a login, or <c>me</c>.</summary>
public sealed class UserWorkingHoursService(
    ResourceReader reader,
    WorkingTimeService times,
    UserWorkingHoursResource resource,
    UserWorkingHoursContract contract,
    IAggregates<UserWorkingHours> aggregates)
{
    private WritePlan<UserWorkingHours, UserWorkingHoursDto> Writes => new(resource, contract, aggregates);

    /// <summary>All of a person's; leaves as not found for whoever neither is that person nor manages working times.</summary>
    public async Task<Page<UserWorkingHoursDto>> ListAsync(string user, CollectionQuery query, CancellationToken cancellationToken)
    {
        var userId = await times.PersonAsync(user, cancellationToken);
        if (userId != reader.Access.Viewer.UserId && !reader.Access.Global.Contains(Permission.ManageWorkingTimes))
            throw new ProblemException(new Problem.NotFound());
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(h => h.UserId == userId), cancellationToken);
    }

    /// <summary>One.</summary>
    public Task<Document<UserWorkingHoursDto>> FindAsync(string user, long id, CancellationToken cancellationToken) =>
        times.FindAsync(resource, user, id, h => h.UserId, cancellationToken);

    /// <summary>Stores new ones.</summary>
    public async Task<Document<UserWorkingHoursDto>> CreateAsync(
        string user, ChangeSet<UserWorkingHours, UserWorkingHoursDto> changes, CancellationToken cancellationToken) =>
        await times.CreateAsync(
            Writes, UserWorkingHours.Draft(await times.PersonAsync(user, cancellationToken)), changes, h => h.Id, cancellationToken);

    /// <summary>Stores changes; leaves as invalid when they have taken effect.</summary>
    public Task<Document<UserWorkingHoursDto>> UpdateAsync(
        string user, long id, ChangeSet<UserWorkingHours, UserWorkingHoursDto> changes, CancellationToken cancellationToken) =>
        times.UpdateAsync(Writes, user, id, h => h.UserId, changes, cancellationToken);

    /// <summary>Removes them.</summary>
    public Task DeleteAsync(string user, long id, CancellationToken cancellationToken) =>
        times.DeleteAsync(Writes, user, id, h => h.UserId, cancellationToken);
}
