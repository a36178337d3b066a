using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Reads the dates of work packages in pages, and stores what has changed in batches.</summary>
internal sealed class WorkPackageDurations(OpenProjectDbContext context) : IWorkPackageDurations
{
    private const int PageSize = 5000;

    private static readonly JsonRows Counted = new(("id", "bigint"), ("days", "int"));

    public async Task RecountAsync(WorkingCalendar calendar, DateOnly? on, CancellationToken cancellationToken)
    {
        var rows = context.Set<WorkPackage>().Where(w => !w.IgnoreNonWorkingDays && w.StartDate != null && w.DueDate != null);
        if (on is { } day)
            rows = rows.Where(w => w.StartDate <= day && w.DueDate >= day);
        var last = 0L;
        List<Span> page;
        do
        {
            page = await rows.Where(w => w.Id > last).OrderBy(w => w.Id).Take(PageSize)
                .Select(w => new Span { Id = w.Id, Start = w.StartDate!.Value, Due = w.DueDate!.Value, Days = w.DurationDays }).ToListAsync(cancellationToken);
            last = page.Count > 0 ? page[^1].Id : last;
            foreach (var batch in page.Select(span => span with { Days = span.CountedBy(calendar) }).Except(page).Chunk(JsonRows.BatchSize))
                await StoreAsync(JsonSerializer.Serialize(batch.Select(span => new { id = span.Id, days = span.Days })), cancellationToken);
        }
        while (page.Count == PageSize);
    }

    private async Task StoreAsync(string json, CancellationToken cancellationToken)
    {
        const string Assignment = "duration_days = given.days";
        await context.Database.ExecuteSqlRawAsync(Counted.Update(context, "work_packages", Assignment, "{0}"), [json], cancellationToken);
        var latest = Counted.Update(
            context,
            "work_package_journals",
            Assignment,
            "{0}",
            "changed.work_package_id = given.id AND changed.version = (SELECT state.journal_version FROM work_packages AS state WHERE state.id = given.id)");
        await context.Database.ExecuteSqlRawAsync(latest, [json], cancellationToken);
    }

    private sealed record Span
    {
        public long Id { get; init; }

        public DateOnly Start { get; init; }

        public DateOnly Due { get; init; }

        public int? Days { get; init; }

        // Nothing takes less than a day, also where it lies on free ones.
        public int CountedBy(WorkingCalendar calendar) => Math.Max(1, calendar.Count(Start, Due));
    }
}
