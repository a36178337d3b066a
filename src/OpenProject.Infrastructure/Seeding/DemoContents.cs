using OpenProject.Application.Common;
using OpenProject.Domain.Documents;
using OpenProject.Domain.HelpTexts;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Posts;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.WikiPages;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>What there is to read in the demo projects, and how their time is planned.</summary>
internal static class DemoContents
{
    private const int StandupMinutes = 15;
    private const int WeeksOfSprint = 2;

    /// <summary>The phases of the project that plans a conference; it leaves out the last one.</summary>
    public static IReadOnlyList<ProjectPhase> Phases(long conferenceId, BaseData data) =>
        [.. data.Phases.Select(phase => ProjectPhase.Create(conferenceId, phase.Id, active: phase != data.Phases[^1], data.Now))];

    /// <summary>The sprint that the other project is in, and the next one.</summary>
    public static IReadOnlyList<Sprint> Sprints(long scrumId, BaseData data, IMarkdown markdown)
    {
        return [Of("Sprint 1", "Visitors find their way **to a room**.", week: 0, SprintStatus.Active), Of("Sprint 2", text: null, WeeksOfSprint, SprintStatus.InPlanning)];

        Sprint Of(string name, string? text, int week, SprintStatus status)
        {
            var sprint = Sprint.Create(scrumId, name, data.Now);
            var first = data.Today.AddDays(week * 7);
            sprint.Describe(text, markdown.ToHtml(text));
            sprint.Last(first, first.AddDays((WeeksOfSprint * 7) - 1));
            sprint.Reach(status);
            return sprint;
        }
    }

    /// <summary>What there is to read.</summary>
    /// <param name="conferenceId">The project that plans a conference.</param>
    /// <param name="scrumId">The project that plans in sprints.</param>
    /// <param name="authorId">Who wrote all this.</param>
    /// <param name="data">What the installation begins with.</param>
    /// <param name="markdown">Renders texts.</param>
    public static IEnumerable<object> Of(long conferenceId, long scrumId, long authorId, BaseData data, IMarkdown markdown)
    {
        yield return Saying(Document.Create(conferenceId, authorId, "Checklist for the venue", data.Now), "- 400 seats\n- two smaller rooms\n- step-free access");
        yield return Saying(WikiPage.Create(scrumId, authorId, "How we work", data.Now), "We plan every **second** Monday.");
        yield return Saying(Post.Create(scrumId, authorId, "Who takes the notes?", data.Now), "I would like to hand it over.");
        var meeting = Meeting.Create(conferenceId, authorId, "Weekly", data.Today.AddDays(1).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), StandupMinutes, data.Now);
        meeting.MeetAt("Room 2");
        yield return meeting;
        const string Help = "Who does the work. Who answers for it is the **accountable**.";
        var help = HelpText.Create(HelpTextScope.WorkPackage, "assignee");
        help.Explain(Help, markdown.ToHtml(Help));
        yield return help;

        ProjectContent Saying(ProjectContent content, string text)
        {
            content.Write(text, markdown.ToHtml(text));
            return content;
        }
    }
}
