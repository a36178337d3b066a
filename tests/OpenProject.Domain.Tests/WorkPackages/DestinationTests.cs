using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.Workflows;

namespace OpenProject.Domain.Tests.WorkPackages;

internal sealed class DestinationTests
{
    private const long Task = 1;
    private const long Milestone = 2;
    private const long Bug = 3;
    private const long New = 10;
    private const long Confirmed = 11;
    private const long Closed = 12;

    private static readonly TypeStatuses Statuses =
        new(new[] { (Task, New), (Task, Closed), (Bug, Confirmed), (Bug, Closed) }.ToLookup(p => p.Item1, p => p.Item2), New);

    [Test]
    public void What_the_project_offers_stays() =>
        Assert.That(
            To([(Task, false), (Bug, false)]).Receive(new Belonging(Bug, false, Confirmed, 5, 6), "Kitchen"),
            Is.EqualTo(new Belonging(Bug, false, Confirmed, 5, 7)));

    [Test]
    public void A_missing_type_becomes_the_first_one_of_its_kind_with_a_status_of_its_own() =>
        Assert.That(
            To([(Milestone, true), (Task, false)]).Receive(new Belonging(Bug, false, Confirmed, 4, 6), "Cellar"),
            Is.EqualTo(new Belonging(Task, false, New, null, null)));

    [Test]
    public void A_status_that_both_types_pass_stays() =>
        Assert.That(To([(Task, false)]).Receive(new Belonging(Bug, false, Closed, null, null), null).StatusId, Is.EqualTo(Closed));

    [Test]
    public void Nobody_becomes_a_milestone_by_coming_along()
    {
        var broken = Assert.Throws<BrokenRule>(() => To([(Milestone, true)]).ReceiveAlong(new Belonging(Bug, false, New, null, null), null))!;

        Assert.That(broken.Member, Is.EqualTo("project"));
    }

    [Test]
    public void A_type_without_the_default_status_has_its_first_and_one_without_a_workflow_has_all() =>
        Assert.That((Statuses.Keep(Bug, New), Statuses.Keep(Milestone, Confirmed)), Is.EqualTo((Confirmed, Confirmed)));

    private static Destination To((long, bool)[] types) =>
        new(types, new HashSet<long> { 5 }, new Dictionary<string, long>(StringComparer.Ordinal) { ["Kitchen"] = 7 }, Statuses);
}
