using OpenProject.Application.Common;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.CustomActions;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.News;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Revisions;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Two projects with people and work, a program and a portfolio, to look around in.</summary>
internal sealed class DemoSeeds(DemoWriter writer, DemoFiles files, DemoDetails details, LargeSeeds more, IMarkdown markdown)
{
    private static readonly string[] ConferenceModules =
    [
        "work_package_tracking", "news", "gantt", "board_view", "team_planner_view", "meetings", "documents", "costs", "budgets", "calendar",
        "repository",
    ];

    private static readonly string[] ScrumModules = ["work_package_tracking", "backlogs", "board_view", "news", "costs", "wiki", "forums"];

    /// <summary>Stores as much as is wanted.</summary>
    /// <param name="data">What the installation begins with.</param>
    /// <param name="wanted">How much.</param>
    /// <param name="secret">What the server proves itself by to the demo's storage, encrypted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(BaseData data, DemoData wanted, string secret, CancellationToken cancellationToken)
    {
        if (wanted == DemoData.None)
            return;
        await FillSmallAsync(data, secret, cancellationToken);
        if (wanted == DemoData.Large)
            await more.FillAsync(data, cancellationToken);
        await writer.PlantAllAsync(cancellationToken);
    }

    private async Task FillSmallAsync(BaseData data, string secret, CancellationToken cancellationToken)
    {
        var now = data.Now;
        var (mira, jonas, aiko) = (Person("mira", "Mira", "Lindgren", now), Person("jonas", "Jonas", "Okafor", now), Person("aiko", "Aiko", "Brandt", now));
        await writer.AddAsync([mira, jonas, aiko], cancellationToken);
        var portfolio = await AddAsync("demo-portfolio", "Demo portfolio", ProjectKind.Portfolio, parentId: null, ProjectModules.Defaults);
        var program = await AddAsync("demo-program", "Demo program", ProjectKind.Program, portfolio.Id, ProjectModules.Defaults);
        var conference = await AddAsync("demo-project", "Demo project", ProjectKind.Project, program.Id, ConferenceModules);
        var scrum = await AddAsync("your-scrum-project", "Scrum project", ProjectKind.Project, parentId: null, ScrumModules);

        var (programme, venue) = (Category.Create(conference.Id, "Programme", mira.Id), Budget.Create(conference.Id, "Venue and catering", now));
        var (first, second) = (Version(scrum, "Release 1.0", 28), Version(scrum, "Release 1.1", 70));
        second.Share(VersionSharing.Descendants);
        await DemoQueries.AddAsync(writer, conference.Id, aiko.Id, data, cancellationToken);
        await writer.AddAsync(
            [programme, venue, first, second, News(conference), PlaceholderUser.Create("Sound engineer", now), .. new[] { conference, scrum }.SelectMany(project => Memberships(project, aiko, mira, jonas))], cancellationToken);
        await writer.AddAsync(DemoContents.Of(conference.Id, scrum.Id, aiko.Id, data, markdown), cancellationToken);
        var (phases, sprints) = (DemoContents.Phases(conference.Id, data), DemoContents.Sprints(scrum.Id, data, markdown));
        await writer.AddAsync([.. phases, .. sprints], cancellationToken);
        await writer.AddGroupAsync(Group.Create("Developers", now), [aiko.Id, mira.Id], scrum.Id, data.Role("Member"), cancellationToken);
        await writer.AddWorkAsync(
            data,
            [
                .. DemoPlan.Conference(aiko.Id, mira.Id, programme.Id, venue.Id, planning: phases[1].Id, executing: phases[2].Id).Select(work => (conference.Id, work)),
                .. DemoPlan.Scrum(aiko.Id, mira.Id, first.Id, second.Id, sprints[0].Id).Select(work => (scrum.Id, work)),
            ],
            cancellationToken);

        await writer.AddAsync([Commit(conference), TakeOn(data)], cancellationToken);
        await files.AddAsync(conference.Id, data, secret, cancellationToken);
        await details.AddAsync(conference.Id, scrum, data, cancellationToken);
        await DemoQueries.AddBoardAsync(writer, conference.Id, aiko.Id, data, cancellationToken);

        Task<Project> AddAsync(string identifier, string name, ProjectKind kind, long? parentId, IEnumerable<string> modules)
        {
            var project = Project.Create(identifier, name, now, kind);
            project.Publish(isPublic: true);
            project.ReportStatus(ProjectStatusCode.OnTrack);
            project.MoveBelow(parentId);
            project.EnableModules(modules);
            project.OfferTypes(data.Types.Where(type => type.IsDefault || identifier == "your-scrum-project").Select(type => type.Id));
            return writer.AddProjectAsync(project, $"**{name}** is here to look around in. Change or delete it as you like.", cancellationToken);
        }

        ProjectVersion Version(Project project, string name, int days)
        {
            var version = ProjectVersion.Create(project.Id, name, now);
            version.StartOn(data.Today);
            version.EndOn(data.Today.AddDays(days));
            return version;
        }

        NewsItem News(Project project)
        {
            var news = NewsItem.Create(project.Id, aiko.Id, "The conference has a city", now);
            news.Summarize("We meet in Leipzig, in spring.");
            const string Text = "The date is in the calendar. Proposals for **talks** are welcome from now on.";
            news.Describe(Text, markdown.ToHtml(Text));
            return news;
        }

        IEnumerable<Membership> Memberships(Project project, User manager, User member, User reader) =>
        [
            Membership.Create(data.AdminId, project.Id, [data.Role("Project admin")], now),
            Membership.Create(manager.Id, project.Id, [data.Role("Project admin")], now),
            Membership.Create(member.Id, project.Id, [data.Role("Member")], now),
            Membership.Create(reader.Id, project.Id, [data.Role("Reader")], now),
        ];
    }

    private static Revision Commit(Project project)
    {
        var revision = Revision.Create(
            project.Id, "11f4b07dff4f4ce9548a52b7d002daca7cd63ec6", "Jonas Okafor", "The programme, page by page\n\nFor #1.",
            "https://code.example.net/conference/11f4b07d", project.CreatedAt);
        revision.Mention([1]);
        return revision;
    }

    private static CustomAction TakeOn(BaseData data) => CustomAction.Create(
        "Take on", "Makes it yours.", position: 1, """{"_links":{"assignee":{"href":"/api/v3/users/me"}}}""", new ActionConditions { StatusIds = [data.Status("New").Id] });

    private static User Person(string login, string firstName, string lastName, DateTime now) =>
        User.Create(login, firstName, lastName, $"{login}@example.net", now);
}
