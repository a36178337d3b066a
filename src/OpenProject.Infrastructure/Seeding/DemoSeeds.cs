using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Categories;
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

/// <summary>Two projects with people and work, a program and a portfolio, to look around in.</summary>
internal sealed class DemoSeeds(
    OpenProjectDbContext context, IUnitOfWork unitOfWork, IProjectTree projectTree, IWorkPackageTree tree, IMarkdown markdown)
{
    /// <summary>Fills in the demo data.</summary>
    public async Task FillAsync(
        long adminId,
        IReadOnlyList<Role> roles,
        IReadOnlyList<WorkPackageType> types,
        IReadOnlyList<Status> statuses,
        IReadOnlyList<Priority> priorities,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var portfolio = await ProjectAsync("demo-portfolio", "Demo portfolio", ProjectKind.Portfolio, null, types, now, cancellationToken);
        var program = await ProjectAsync("demo-program", "Demo program", ProjectKind.Program, portfolio.Id, types, now, cancellationToken);
        var conference = await ProjectAsync("demo-project", "Demo project", ProjectKind.Project, program.Id, types, now, cancellationToken);
        var scrum = await ProjectAsync("your-scrum-project", "Scrum project", ProjectKind.Project, null, types, now, cancellationToken);
        var (mira, jonas) = (User.Create("mira", "Mira", "Demo", "mira@example.net", now), User.Create("jonas", "Jonas", "Demo", "jonas@example.net", now));
        context.AddRange(mira, jonas);
        await unitOfWork.SaveAsync(cancellationToken);
        long Role(string name) => roles.First(r => r.Name == name).Id;
        foreach (var project in new[] { conference, scrum })
        {
            context.AddRange(
                Membership.Create(adminId, project.Id, [Role("Project admin")], now),
                Membership.Create(mira.Id, project.Id, [Role("Member")], now),
                Membership.Create(jonas.Id, project.Id, [Role("Reader")], now));
        }

        var category = Category.Create(conference.Id, "Programme", mira.Id);
        var release = ProjectVersion.Create(scrum.Id, "Release 1.0", now);
        context.AddRange(category, release);
        await unitOfWork.SaveAsync(cancellationToken);

        var plan = new Plan(types, statuses, priorities, adminId, mira.Id, now);
        var today = DateOnly.FromDateTime(now);
        var organise = await AddAsync(plan, conference, "Summary task", "Organise the conference", null, null, null, 0, cancellationToken);
        foreach (var (subject, start, days, hours) in new[]
        {
            ("Choose a date and a city", -10, 3, 6), ("Book the venue", -5, 5, 10), ("Publish the call for talks", 0, 2, 4),
            ("Review the proposals", 7, 10, 40), ("Announce the programme", 21, 2, 5), ("Open the ticket sale", 23, 1, 3),
        })
        {
            await AddAsync(plan, conference, "Task", subject, organise.Id, today.AddDays(start), days, hours, cancellationToken, category.Id);
        }

        await AddAsync(plan, conference, "Milestone", "The doors open", organise.Id, today.AddDays(60), 1, 0, cancellationToken);
        var thanks = await AddAsync(plan, conference, "Summary task", "After the conference", null, null, null, 0, cancellationToken);
        foreach (var subject in new[] { "Thank the speakers", "Put the recordings online", "Ask the visitors for feedback" })
            await AddAsync(plan, conference, "Task", subject, thanks.Id, today.AddDays(65), 2, 4, cancellationToken);
        var epic = await AddAsync(plan, scrum, "Epic", "Visitors find their way", null, null, null, 0, cancellationToken, versionId: release.Id);
        foreach (var subject in new[]
        {
            "A map of the rooms", "Talks sorted by day", "A reminder before a talk begins", "The programme works offline", "Search for speakers",
        })
        {
            await AddAsync(plan, scrum, "User story", subject, epic.Id, null, null, 8, cancellationToken, versionId: release.Id);
        }

        foreach (var subject in new[] { "Wrong room after a change of the programme", "The map does not zoom", "Times are shown in another time zone" })
            await AddAsync(plan, scrum, "Bug", subject, null, null, null, 3, cancellationToken, versionId: release.Id);
        await AddAsync(plan, scrum, "Task", "Set up the test devices", null, today, 2, 5, cancellationToken);
    }

    private async Task<Project> ProjectAsync(
        string identifier, string name, ProjectKind kind, long? parentId, IReadOnlyList<WorkPackageType> types, DateTime now, CancellationToken cancellationToken)
    {
        var project = Project.Create(identifier, name, now, kind);
        project.Publish(isPublic: true);
        project.ReportStatus(ProjectStatusCode.OnTrack);
        var text = $"**{name}** is here to look around in. Change or delete it as you like.";
        project.Describe(text, markdown.ToHtml(text));
        project.MoveBelow(parentId);
        project.EnableModules([.. ProjectModules.Defaults, "team_planner_view", "meetings", "documents", "budgets"]);
        project.OfferTypes(types.Where(t => t.IsDefault || identifier == "your-scrum-project").Select(t => t.Id));
        context.Add(project);
        await unitOfWork.SaveAsync(cancellationToken);
        await projectTree.PlantAsync(project.Id, parentId, cancellationToken);
        return project;
    }

    private async Task<WorkPackage> AddAsync(
        Plan plan,
        Project project,
        string type,
        string subject,
        long? parentId,
        DateOnly? start,
        int? days,
        int hours,
        CancellationToken cancellationToken,
        long? categoryId = null,
        long? versionId = null)
    {
        var kind = plan.Types.First(t => t.Name == type);
        var work = WorkPackage.Create(
            project.Id, kind.Id, plan.Statuses.First(s => s.IsDefault).Id, plan.Priorities.First(p => p.IsDefault).Id, subject, plan.AuthorId, plan.Now);
        var text = $"{subject}: say here what is to be done.";
        work.Describe(text, markdown.ToHtml(text));
        work.MoveBelow(parentId);
        work.FileUnder(categoryId);
        work.PlanFor(versionId);
        if (hours > 0)
            work.Estimate(hours * 60);
        if (start is { } day)
        {
            work.AssignTo(plan.AssigneeId);
            work.StartOn(day);
            if (kind.IsMilestone)
                work.DueOn(day);
            else
                work.LastFor(days);
        }

        work.SettleDates(WorkingCalendar.Default, kind.IsMilestone);
        context.Add(work);
        await unitOfWork.SaveAsync(cancellationToken);
        await tree.PlantAsync(work.Id, parentId, cancellationToken);
        if (parentId is { } above)
            await tree.DeriveUpwardsAsync(above, cancellationToken);
        return work;
    }

    private sealed record Plan(
        IReadOnlyList<WorkPackageType> Types,
        IReadOnlyList<Status> Statuses,
        IReadOnlyList<Priority> Priorities,
        long AuthorId,
        long AssigneeId,
        DateTime Now);
}
