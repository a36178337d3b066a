using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.TimeEntries;

/// <summary>Time that somebody spent, or is spending, in a project and mostly on a work package.</summary>
public sealed class TimeEntry : AggregateRoot, ITimestamped, IContent, ICustomized
{
    /// <summary>Longest comment.</summary>
    public const int CommentLimit = 10_000;

    /// <summary>The most minutes of an entry: a year.</summary>
    public const int MostMinutes = 366 * 24 * 60;

    private static readonly TimeSpan FirstOffset = TimeSpan.FromHours(-14);
    private static readonly TimeSpan LastOffset = TimeSpan.FromHours(24 + 12);

    private readonly List<CustomValue> customValues = [];

    private TimeEntry()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    /// <inheritdoc/>
    public void Customize(long fieldId, IReadOnlyList<CustomValue> values) => CustomValue.Replace(customValues, fieldId, values);

    /// <summary>The project that it is booked in; the work package may have moved on since.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What it was spent on; null for the project as a whole.</summary>
    public long? WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage? WorkPackage { get; private set; }

    /// <summary>Whose time it is.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public Principal User { get; private set; } = null!;

    /// <summary>The kind of work.</summary>
    public long ActivityId { get; private set; }

    /// <summary>The kind of work; for queries only.</summary>
    public TimeEntriesActivity Activity { get; private set; } = null!;

    /// <summary>What was done, plain text.</summary>
    public string? Comment { get; private set; }

    /// <summary>The day that it is booked on; null while nobody has said.</summary>
    public DateOnly? SpentOn { get; private set; }

    /// <summary>How long, in minutes; null while it is going on.</summary>
    public int? Minutes { get; private set; }

    /// <summary>When it began, UTC; null while nobody has said.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>Whether it began on the day that it is booked on, in any time zone; so where one of the two is not known.</summary>
    public bool BeginsOnItsDay => SinceItsDay is not { } since || (since >= FirstOffset && since < LastOffset);

    /// <summary>Whether it is going on.</summary>
    public bool Ongoing { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    private TimeSpan? SinceItsDay => StartedAt - SpentOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>An entry that still needs everything.</summary>
    public static TimeEntry Draft(long userId, DateTime now) => new() { UserId = userId, CreatedAt = now, UpdatedAt = now };

    /// <summary>Time that was spent on a work package.</summary>
    /// <exception cref="BrokenRule">Less than no time.</exception>
    public static TimeEntry Create(long projectId, long workPackageId, long userId, long activityId, DateOnly spentOn, int minutes, DateTime now)
    {
        var entry = Draft(userId, now);
        entry.BookIn(projectId);
        entry.SpendOn(workPackageId);
        entry.Classify(activityId);
        entry.BookOn(spentOn);
        entry.Take(minutes);
        return entry;
    }

    /// <summary>Books it in a project.</summary>
    public void BookIn(long projectId) => ProjectId = projectId;

    /// <summary>Says which work package it was spent on.</summary>
    public void SpendOn(long? workPackageId) => WorkPackageId = workPackageId;

    /// <summary>Says whose time it is.</summary>
    public void BelongTo(long userId) => UserId = userId;

    /// <summary>Says what kind of work it was.</summary>
    public void Classify(long activityId) => ActivityId = activityId;

    /// <summary>Says what was done.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Remark(string? comment) => Comment = TextRule.Optional(comment, "comment", "Comment", CommentLimit);

    /// <summary>Books it on a day.</summary>
    public void BookOn(DateOnly? day) => SpentOn = day;

    /// <summary>Says when it began, UTC.</summary>
    public void BeginAt(DateTime? start) => StartedAt = start;

    /// <summary>Began at the same time of the day that it is booked on now.</summary>
    /// <param name="before">The day that it was booked on.</param>
    /// <exception cref="BrokenRule">There is no such day.</exception>
    public void MoveFrom(DateOnly before)
    {
        if (StartedAt is not { } start || SpentOn is not { } day)
            return;
        var ticks = start.Ticks + ((day.DayNumber - before.DayNumber) * TimeSpan.TicksPerDay);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            throw new BrokenRule("spentOn", "Date is invalid.");
        StartedAt = new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>Says how long it took.</summary>
    /// <exception cref="BrokenRule">Less than no time, or more than a year.</exception>
    public void Take(int? minutes)
    {
        if (minutes < 0)
            throw new BrokenRule("hours", "Hours must be greater than or equal to 0.");
        if (minutes > MostMinutes)
            throw new BrokenRule("hours", "Hours must be less than or equal to 8784.");
        Minutes = minutes;
    }

    /// <summary>Goes on, or has come to its end.</summary>
    public void GoOn(bool ongoing) => Ongoing = ongoing;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
