using OpenProject.Domain.Common;
using OpenProject.Domain.Sprints;

namespace OpenProject.Domain.Tests.Sprints;

internal sealed class SprintTests
{
    private readonly Sprint sprint = Sprint.Create(projectId: 1, "One", DateTime.UnixEpoch);

    [Test]
    public void A_sprint_begins_in_planning() => Assert.That(sprint.Status, Is.EqualTo(SprintStatus.InPlanning));

    [Test]
    public void A_sprint_ends_on_the_day_it_begins_at_the_earliest()
    {
        var day = new DateOnly(2027, 3, 1);
        sprint.Last(day, day);

        Assert.That(() => sprint.Last(day, day.AddDays(-1)), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("finishDate"));
        Assert.That((sprint.StartDate, sprint.FinishDate), Is.EqualTo(((DateOnly?)day, (DateOnly?)day)));
    }
}
