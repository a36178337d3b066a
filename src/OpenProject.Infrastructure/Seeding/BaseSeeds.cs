using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Users;
using OpenProject.Domain.Workflows;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Stores what every installation begins with: the builtin users and the administrator, roles, types, statuses, priorities, workflows, the phases of projects, the week.</summary>
internal sealed class BaseSeeds(OpenProjectDbContext context, IUnitOfWork unitOfWork, PasswordService passwords)
{
    private static readonly string[] RolesWithWorkflows = ["Member", "Project admin"];

    public async Task<BaseData> FillAsync(string adminPassword, DateTime now, CancellationToken cancellationToken)
    {
        var admin = User.Create("admin", "OpenProject", "Admin", "admin@example.net", now);
        admin.Administrate(admin: true);
        passwords.Give(admin, adminPassword, mustChange: true);
        await SaveInOrderAsync<User>([SystemUser.Builtin(now), AnonymousUser.Builtin(now), DeletedUser.Builtin(now), admin], cancellationToken);
        var data = new BaseData(
            admin.Id,
            await SaveInOrderAsync(RoleSeeds.Create(now), cancellationToken),
            await SaveInOrderAsync(WorkPackageSeeds.Types(now), cancellationToken),
            await SaveInOrderAsync(WorkPackageSeeds.Statuses(now), cancellationToken),
            await SaveInOrderAsync(WorkPackageSeeds.Priorities(now), cancellationToken),
            await SaveInOrderAsync(WorkPackageSeeds.Activities(), cancellationToken),
            await SaveInOrderAsync(Phases(now), cancellationToken),
            now);
        context.AddRange(Workflows(data));
        context.AddRange(WeekDay.Usual());
        await unitOfWork.SaveAsync(cancellationToken);
        return data;
    }

    private static ProjectPhaseDefinition[] Phases(DateTime now) =>
    [
        ProjectPhaseDefinition.Create("Initiating", 1, startGate: null, finishGate: null, now),
        ProjectPhaseDefinition.Create("Planning", 2, "Ready for planning", finishGate: null, now),
        ProjectPhaseDefinition.Create("Executing", 3, "Ready for executing", finishGate: null, now),
        ProjectPhaseDefinition.Create("Closing", 4, "Ready for closing", finishGate: null, now),
    ];

    private static IEnumerable<Workflow> Workflows(BaseData data) =>
        from role in RolesWithWorkflows
        from type in data.Types
        let passed = WorkPackageSeeds.StatusesOfTypes[type.Name]
        from before in passed
        from after in passed
        where before != after
        select Workflow.Allow(type.Id, data.Status(before).Id, data.Status(after).Id, data.Role(role));

    // One at a time, so that ids grow with the position on every provider.
    private async Task<IReadOnlyList<T>> SaveInOrderAsync<T>(IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var row in rows)
        {
            context.Add(row);
            await unitOfWork.SaveAsync(cancellationToken);
        }

        return rows;
    }
}
