using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>A planned work package beside its aggregate, which is complete but for its parent's id.</summary>
internal sealed class DemoNode
{
    private readonly bool isExcluded;

    private DemoNode(DemoWork work, BaseData data, long projectId, IMarkdown markdown)
    {
        Work = work;
        Children = [.. work.Children.Select(child => new DemoNode(child, data, projectId, markdown))];
        var type = data.Type(work.Type);
        var status = data.Status(work.Comment is null ? work.Status : "New");
        Row = WorkPackage.Create(projectId, type.Id, status.Id, data.Priority(work.Priority), work.Subject, data.AdminId, data.Now);
        isExcluded = status.ExcludedFromTotals;
        if (work.Text is { } text)
            Row.Describe(text, markdown.ToHtml(text));
        Row.AssignTo(work.AssigneeId);
        Row.PlanFor(work.VersionId);
        Row.FileUnder(work.CategoryId);
        Row.Fund(work.BudgetId);
        Row.Enter(work.PhaseId);
        Row.Join(work.SprintId);
        Row.QueueAt(work.SprintPosition);
        EstimateWork();
        PlanDates(data.Today, type.IsMilestone);
        Row.Derive(DerivedValues.Of(Contribution, [.. Descendants().Select(node => node.Contribution)]));
    }

    public DemoWork Work { get; }

    public WorkPackage Row { get; }

    public IReadOnlyList<DemoNode> Children { get; }

    private Contribution Contribution => new(Row.StartDate, Row.DueDate, Row.EstimatedMinutes, Row.RemainingMinutes, isExcluded);

    /// <summary>Makes the aggregates of a whole branch.</summary>
    public static DemoNode Of(DemoWork work, BaseData data, long projectId, IMarkdown markdown) => new(work, data, projectId, markdown);

    private IEnumerable<DemoNode> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));

    private void EstimateWork()
    {
        if (Work.Hours is not { } hours)
            return;
        var left = Work.Left ?? hours;
        Row.Estimate(hours * 60);
        Row.EstimateRemaining(left * 60);
        Row.Progress((hours - left) * 100 / hours);
    }

    // A summary spans what is below it.
    private void PlanDates(DateOnly today, bool isMilestone)
    {
        if (Work.Start is { } start)
        {
            Row.StartOn(WorkingCalendar.Default.OnOrAfter(today.AddDays(start)));
            if (isMilestone)
                Row.DueOn(Row.StartDate);
            else
                Row.LastFor(Work.Days);
        }
        else if (Children.Any(child => child.Row.StartDate is not null))
        {
            Row.StartOn(Children.Min(child => child.Row.StartDate));
            Row.DueOn(Children.Max(child => child.Row.DueDate));
        }

        Row.SettleDates(WorkingCalendar.Default, isMilestone);
    }
}
