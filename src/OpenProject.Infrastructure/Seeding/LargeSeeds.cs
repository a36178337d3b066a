using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>
/// Many projects, users and work packages, the same at every run, stored in batches. Each project has ten summary tasks
/// with nine pieces of work below.
/// </summary>
internal sealed class LargeSeeds(OpenProjectDbContext context, IUnitOfWork unitOfWork, IMarkdown markdown)
{
    private const int Users = 200;
    private const int Projects = 50;
    private const int SummariesOfProject = 10;
    private const int PartsOfSummary = 9;
    private const int MembersOfProject = 12;

    private static readonly string[] FirstNames =
        ["Amara", "Bela", "Chiyo", "Dario", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jana", "Kofi", "Lena", "Milo", "Nadia", "Otto", "Priya", "Quinn", "Rosa", "Sven", "Tomas"];

    private static readonly string[] LastNames = ["Abel", "Brandt", "Costa", "Dumont", "Eriksen", "Fischer", "Garcia", "Horvat", "Ito", "Jansen"];

    private static readonly string[] Deeds = ["Plan", "Draft", "Review", "Build", "Test", "Document", "Measure", "Repair", "Deliver"];

    private static readonly string[] Things = ["the entrance", "the invoice", "the search", "the timetable", "the catalogue", "the archive", "the report", "the signage", "the booking", "the survey"];

    /// <summary>Fills in the data.</summary>
    public async Task FillAsync(
        long adminId,
        IReadOnlyList<Role> roles,
        IReadOnlyList<WorkPackageType> types,
        IReadOnlyList<Status> statuses,
        IReadOnlyList<Priority> priorities,
        DateTime now,
        CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        var users = Enumerable.Range(0, Users).Select(i => Person(i, now)).ToList();
        await StoreAsync(users, cancellationToken);
        var projects = Enumerable.Range(1, Projects).Select(i => NewProject(i, types, now)).ToList();
        await StoreAsync(projects, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO project_hierarchies (ancestor_id, descendant_id, depth) SELECT p.id, p.id, 0 FROM projects AS p "
            + "WHERE NOT EXISTS (SELECT 1 FROM project_hierarchies AS h WHERE h.descendant_id = p.id)",
            cancellationToken);

        var versions = projects.Select(project => ProjectVersion.Create(project.Id, "1.0", now)).ToList();
        await StoreAsync(versions, cancellationToken);
        foreach (var (project, number) in projects.Select((project, i) => (project, i)))
        {
            var members = Enumerable.Range(0, MembersOfProject).Select(i => users[((number * 7) + (i * 11)) % Users]).Distinct().ToList();
            await StoreAsync(members.Select((user, i) => Membership.Create(user.Id, project.Id, [RoleOf(i, roles)], now)), cancellationToken);
            await FillProjectAsync(new Plan(project.Id, versions[number].Id, number, adminId, members, types, statuses, priorities, now), cancellationToken);
        }

        await CloseTreeAsync(cancellationToken);
    }

    private static User Person(int number, DateTime now)
    {
        var (first, last) = (FirstNames[number % FirstNames.Length], LastNames[number / FirstNames.Length]);
        var login = $"{first}.{last}".ToLowerInvariant();
        return User.Create(login, first, last, $"{login}@example.net", now);
    }

    private static Project NewProject(int number, IReadOnlyList<WorkPackageType> types, DateTime now)
    {
        var project = Project.Create($"large-{number}", $"Large project {number}", now);
        project.Publish(number % 2 == 0);
        project.OfferTypes(types.Select(type => type.Id));
        return project;
    }

    private static long RoleOf(int place, IReadOnlyList<Role> roles) =>
        roles.First(role => role.Name == (place switch { 0 => "Project admin", < 9 => "Member", _ => "Reader" })).Id;

    private async Task FillProjectAsync(Plan plan, CancellationToken cancellationToken)
    {
        // The parts are made first, as what they are is derived by their summary; they can be stored only after it.
        var families = Enumerable.Range(0, SummariesOfProject).Select(summary =>
        {
            var parts = Enumerable.Range(0, PartsOfSummary).Select(part => Part(plan, summary, part)).ToList();
            var whole = Whole(plan, summary);
            whole.Derive(DerivedValues.Of(default, [.. parts.Select(Contribution)]));
            return (Whole: whole, Parts: parts);
        }).ToList();
        await StoreAsync(families.Select(family => family.Whole), cancellationToken);
        foreach (var (whole, parts) in families)
            parts.ForEach(part => part.MoveBelow(whole.Id));
        await StoreAsync(families.SelectMany(family => family.Parts), cancellationToken);
    }

    private WorkPackage Whole(Plan plan, int summary) =>
        New(plan, "Summary task", $"Everything about {Things[summary]}", (plan.Number * 31) + summary);

    private WorkPackage Part(Plan plan, int summary, int part)
    {
        var seed = (plan.Number * 101) + (summary * 13) + part;
        var work = New(plan, (seed % 4) switch { 0 => "Bug", 1 => "Feature", _ => "Task" }, $"{Deeds[part]} {Things[(summary + part) % Things.Length]}", seed);
        work.AssignTo(seed % 5 == 0 ? null : plan.Members[seed % plan.Members.Count].Id);
        work.PlanFor(seed % 3 == 0 ? plan.VersionId : null);
        work.Estimate((1 + (seed % 16)) * 60);
        work.EstimateRemaining((1 + (seed % 16)) * 60 * (seed % 5) / 5);
        work.Progress(100 - (seed % 5 * 20));
        if (seed % 7 != 0)
        {
            work.StartOn(DateOnly.FromDateTime(plan.Now).AddDays((seed % 180) - 90));
            work.LastFor(1 + (seed % 9));
            work.SettleDates(WorkingCalendar.Default, isMilestone: false);
        }

        return work;
    }

    private WorkPackage New(Plan plan, string typeName, string subject, int seed)
    {
        var type = plan.Types.First(one => one.Name == typeName);
        var passed = WorkPackageSeeds.StatusesOfTypes[typeName];
        var status = plan.Statuses.First(one => one.Name == passed[seed % passed.Length]);
        var made = plan.Now.AddMinutes(-(seed % 100_000)).AddDays(-1);
        var work = WorkPackage.Create(plan.ProjectId, type.Id, status.Id, plan.Priorities[seed % plan.Priorities.Count].Id, subject, plan.AuthorId, made);
        var text = $"{subject}.\n\n- what it is good for\n- who has to **agree**\n- when it is done";
        work.Describe(text, markdown.ToHtml(text));
        return work;
    }

    private static Contribution Contribution(WorkPackage work) =>
        new(work.StartDate, work.DueDate, work.EstimatedMinutes, work.RemainingMinutes, ExcludedFromTotals: false);

    private async Task StoreAsync<T>(IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        context.AddRange(rows);
        await unitOfWork.SaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    private async Task CloseTreeAsync(CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth) SELECT w.id, w.id, 0 FROM work_packages AS w "
            + "WHERE NOT EXISTS (SELECT 1 FROM work_package_hierarchies AS h WHERE h.descendant_id = w.id)",
            cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth) SELECT w.parent_id, w.id, 1 FROM work_packages AS w "
            + "WHERE w.parent_id IS NOT NULL "
            + "AND NOT EXISTS (SELECT 1 FROM work_package_hierarchies AS h WHERE h.descendant_id = w.id AND h.ancestor_id = w.parent_id)",
            cancellationToken);
    }

    private sealed record Plan(
        long ProjectId,
        long VersionId,
        int Number,
        long AuthorId,
        IReadOnlyList<User> Members,
        IReadOnlyList<WorkPackageType> Types,
        IReadOnlyList<Status> Statuses,
        IReadOnlyList<Priority> Priorities,
        DateTime Now);
}
