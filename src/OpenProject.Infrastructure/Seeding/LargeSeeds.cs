using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Fills up to the numbers of an installation that has been in use: to try out lists, filters and speed.</summary>
internal sealed class LargeSeeds(OpenProjectDbContext context, DemoWriter writer, LargeDetails details)
{
    private const int ProjectCount = 50;
    private const int WorkPackageCount = 5_000;
    private const int UserCount = 200;
    private const int MembersOfProject = 12;
    private const int ReadersOfProject = 3;
    private const int ProjectsAtOnce = 10;

    /// <summary>Adds what is missing to the numbers; the closures are the caller's part.</summary>
    public async Task FillAsync(BaseData data, CancellationToken cancellationToken)
    {
        var projects = ProjectCount - await context.Set<Project>().CountAsync(p => p.Kind == ProjectKind.Project, cancellationToken);
        var workPackages = WorkPackageCount - await context.Set<WorkPackage>().CountAsync(cancellationToken);
        var users = UserCount - await context.Set<User>().CountAsync(u => u.Kind == PrincipalKind.User, cancellationToken);

        var people = Enumerable.Range(1, users).Select(number => Person(number, data.Now)).ToList();
        await writer.AddAsync(people, cancellationToken);
        foreach (var numbers in Enumerable.Range(1, projects).Chunk(ProjectsAtOnce))
        {
            var sites = new List<Site>();
            foreach (var number in numbers)
                sites.Add(await AddSiteAsync(data, number, people, cancellationToken));
            await writer.AddWorkAsync(
                data,
                sites.SelectMany(site =>
                {
                    var count = (workPackages / projects) + (site.Number <= workPackages % projects ? 1 : 0);
                    return LargePlan.Work(site.Number * 1000, count, site.People, site.Versions, site.Category).Select(work => (site.ProjectId, work));
                }),
                cancellationToken);
            writer.Forget();
        }

        await details.AddAsync(data, cancellationToken);
    }

    private async Task<Site> AddSiteAsync(BaseData data, int number, List<User> people, CancellationToken cancellationToken)
    {
        var project = Project.Create($"project-{number:000}", LargePlan.ProjectName(number), data.Now);
        project.Publish(isPublic: number % 2 == 0);
        project.OfferTypes(data.Types.Select(type => type.Id));
        await writer.AddProjectAsync(project, $"The {number}. project of the demo data.", cancellationToken);
        var team = Enumerable.Range(0, MembersOfProject).Select(i => people[((number * 7) + (i * 5)) % people.Count].Id).Distinct().ToList();
        ProjectVersion[] versions = [ProjectVersion.Create(project.Id, "1.0", data.Now), ProjectVersion.Create(project.Id, "2.0", data.Now)];
        var category = Category.Create(project.Id, "Outdoors");
        await writer.AddAsync(
            [
                category, .. versions,
                .. team.Select((id, i) => Membership.Create(id, project.Id, [data.Role(RoleOf(i, team.Count))], data.Now)),
            ],
            cancellationToken);
        return new Site(number, project.Id, [.. team.SkipLast(ReadersOfProject)], [.. versions.Select(version => version.Id)], category.Id);
    }

    private static string RoleOf(int place, int count) => place == 0 ? "Project admin" : place < count - ReadersOfProject ? "Member" : "Reader";

    private static User Person(int number, DateTime now)
    {
        var (first, last) = LargePlan.Person(number);
        return User.Create($"user-{number:000}", first, last, $"user-{number:000}@example.net", now);
    }

    // Readers cannot be assigned work.
    private sealed record Site(int Number, long ProjectId, IReadOnlyList<long> People, IReadOnlyList<long> Versions, long Category);
}
