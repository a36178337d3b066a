using OpenProject.Domain.Priorities;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Types;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>What every installation begins with, stored, for the demo data to refer to.</summary>
internal sealed record BaseData(
    long AdminId,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<WorkPackageType> Types,
    IReadOnlyList<Status> Statuses,
    IReadOnlyList<Priority> Priorities,
    IReadOnlyList<TimeEntriesActivity> Activities,
    IReadOnlyList<ProjectPhaseDefinition> Phases,
    DateTime Now)
{
    public DateOnly Today => DateOnly.FromDateTime(Now);

    public long Role(string name) => Roles.Single(role => role.Name == name).Id;

    public WorkPackageType Type(string name) => Types.Single(type => type.Name == name);

    public Status Status(string name) => Statuses.Single(status => status.Name == name);

    public long Priority(string name) => Priorities.Single(priority => priority.Name == name).Id;
}
