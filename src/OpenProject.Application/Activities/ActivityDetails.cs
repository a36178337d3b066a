using System.Net;
using OpenProject.Application.Budgets;
using OpenProject.Application.Categories;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.Sprints;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Activities;

/// <summary>
/// Tells what the activities of a page changed: two statements, one for the states and those before them, one for the names of
/// what they refer to; one more where there are custom fields, and one where work packages have come from other projects. What the viewer may not see, and what is gone, has no name.
/// </summary>
public sealed class ActivityDetails(
    IReadStore store,
    WorkPackageResource workPackages,
    VersionResource versions,
    CategoryResource categories,
    SprintResource sprints,
    BudgetResource budgets,
    CustomFieldDirectory directory)
    : IEnricher<ActivityDto>
{
    private const string Nameless = "(not available)";

    private static readonly IReadOnlyList<JournaledAttribute> Attributes =
    [
        new("Type", j => j.TypeId, "type"),
        new("Project", j => j.ProjectId, "project"),
        new("Subject", j => j.Subject),
        new("Description", j => string.IsNullOrEmpty(j.Description) ? null : j.Description) { IsLong = true },
        new("Status", j => j.StatusId, "status"),
        new("Priority", j => j.PriorityId, "priority"),
        new("Author", j => j.AuthorId, "principal"),
        new("Assignee", j => j.AssigneeId, "principal"),
        new("Accountable", j => j.ResponsibleId, "principal"),
        new("Category", j => j.CategoryId, "category"),
        new("Version", j => j.TargetVersionId, "version"),
        new("Sprint", j => j.SprintId, "sprint") { Needs = Permission.ViewSprints },
        new("Story points", j => j.StoryPoints) { Needs = Permission.ViewSprints },
        new("Budget", j => j.BudgetId, "budget") { Needs = Permission.ViewBudgets },
        new("Parent", j => j.ParentId, "parent"),
        new("Start date", j => j.StartDate?.ToString("O")),
        new("Finish date", j => j.DueDate?.ToString("O")),
        new("Duration", j => j.DurationDays is { } days ? days == 1 ? "1 day" : $"{days} days" : null),
        new("Ignore non working days", j => j.IgnoreNonWorkingDays ? "on" : "off") { IsSwitch = true },
        new("Manual scheduling", j => j.ScheduleManually ? "on" : "off") { IsSwitch = true },
        new("Work", j => Hours(j.EstimatedMinutes)),
        new("Remaining work", j => Hours(j.RemainingMinutes)),
        new("% Complete", j => j.PercentageDone is { } percent ? $"{percent}%" : null),
    ];

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<ActivityDto> rows, Access access, CancellationToken cancellationToken)
    {
        var fields = directory.Of(CustomizedKind.WorkPackage).Where(f => f.IsOpenTo(access)).ToList();
        IReadOnlyList<JournaledAttribute> attributes = [.. Attributes, .. fields.Select(JournaledFields.Of)];
        var states = await StatesAsync(rows, hasFields: fields.Count > 0, cancellationToken);
        var changes = rows.Select(r => (Row: r, Before: states.GetValueOrDefault((r.WorkPackageId, r.Version - 1)), After: states.GetValueOrDefault((r.WorkPackageId, r.Version))))
            .Where(c => c.After is not null).ToList();
        await access.LoadAsync(states.Values.Select(s => s.ProjectId));
        var referred = changes.SelectMany(c => Referred(attributes.Where(a => a.IsSeen(access, c.Before, c.After!)), c.Before, c.After!)).Where(r => r.Kind != JournaledFields.Option).Distinct();
        var names = await NamesAsync(referred.ToLookup(r => r.Kind, r => r.Id), access, cancellationToken);
        foreach (var (id, value) in fields.SelectMany(f => f.Options))
            names[(JournaledFields.Option, id)] = value;
        string NameOf(string kind, long id) => names.GetValueOrDefault((kind, id), Nameless);
        foreach (var (row, before, after) in changes)
            row.Details = new Sentences([.. Through(row.Agent), .. attributes.Where(a => a.IsSeen(access, before, after!)).Select(a => a.Tell(before, after!, NameOf)).OfType<Formattable>()]);
    }

    // What made a change comes first, as OpenProject tells it of changes that have a cause.
    private static IEnumerable<Formattable> Through(string? agent) =>
        agent is null ? [] : [new($"Done by an agent: {agent}", $"<strong>Done by an agent</strong>: <i>{WebUtility.HtmlEncode(agent)}</i>", Formattable.Custom)];

    private static string? Hours(int? minutes) => minutes is { } all
        ? (all % 60, all / 60) switch { (0, var hours) => $"{hours}h", (var rest, 0) => $"{rest}m", var (rest, hours) => $"{hours}h {rest}m" }
        : null;

    private static IEnumerable<(string Kind, long Id)> Referred(IEnumerable<JournaledAttribute> attributes, JournaledState? before, JournaledState after)
    {
        foreach (var attribute in attributes.Where(a => a.Kind is not null))
        {
            var (old, now) = (before is null ? null : attribute.Value(before), attribute.Value(after));
            if (Equals(old, now))
                continue;
            foreach (var id in References.Of(old).Concat(References.Of(now)))
                yield return (attribute.Kind!, id);
        }
    }

    private async Task<Dictionary<(long WorkPackageId, int Version), JournaledState>> StatesAsync(
        IReadOnlyList<ActivityDto> rows, bool hasFields, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.WorkPackageId).Distinct()];
        var (first, last) = (rows.Min(r => r.Version) - 1, rows.Max(r => r.Version));
        var journals = store.Rows<WorkPackageJournal>().Where(j => ids.Contains(j.WorkPackageId) && j.Version >= first && j.Version <= last);
        var states = await store.ListAsync(journals.Select(JournaledState.Of), cancellationToken);
        if (hasFields)
        {
            var values = (await store.ListAsync(journals.SelectMany(j => j.CustomValues, JournaledState.Value), cancellationToken)).ToLookup(v => v.OwnerId);
            foreach (var state in states)
                state.Custom = values[state.Id].OrderBy(v => v.Position).Select(v => v.Value).ToLookup(v => v.FieldId);
        }

        return states.ToDictionary(s => (s.WorkPackageId, s.Version));
    }

    private async Task<Dictionary<(string Kind, long Id), string>> NamesAsync(ILookup<string, long> wanted, Access access, CancellationToken cancellationToken)
    {
        IQueryable<Named>? all = null;
        foreach (var kind in wanted)
        {
            var named = NamesOf(kind.Key, [.. kind], access);
            all = all is null ? named : all.Concat(named);
        }

        var found = all is null ? [] : await store.ListAsync(all, cancellationToken);
        return found.ToDictionary(n => (n.Kind, n.Id), n => n.Name);
    }

    private IQueryable<Named> NamesOf(string kind, List<long> ids, Access access)
    {
        var projects = access.VisibleProjects();
        return kind switch
        {
            "type" => store.Rows<WorkPackageType>().Where(t => ids.Contains(t.Id)).Select(t => new Named { Kind = "type", Id = t.Id, Name = t.Name }),
            "status" => store.Rows<Status>().Where(s => ids.Contains(s.Id)).Select(s => new Named { Kind = "status", Id = s.Id, Name = s.Name }),
            "priority" => store.Rows<Priority>().Where(p => ids.Contains(p.Id)).Select(p => new Named { Kind = "priority", Id = p.Id, Name = p.Name }),
            "principal" => store.Rows<Principal>().Where(p => ids.Contains(p.Id)).Select(p => new Named { Kind = "principal", Id = p.Id, Name = p.Name }),
            JournaledFields.Item => store.Rows<HierarchyItem>().Where(i => ids.Contains(i.Id)).Select(i => new Named { Kind = JournaledFields.Item, Id = i.Id, Name = i.Label ?? "" }),
            "project" => store.Rows<Project>().Where(p => ids.Contains(p.Id) && projects.Contains(p.Id))
                .Select(p => new Named { Kind = "project", Id = p.Id, Name = p.Name }),
            "category" => categories.VisibleTo(store.Rows<Category>(), access).Where(c => ids.Contains(c.Id))
                .Select(c => new Named { Kind = "category", Id = c.Id, Name = c.Name }),
            "version" => versions.VisibleTo(store.Rows<ProjectVersion>(), access).Where(v => ids.Contains(v.Id))
                .Select(v => new Named { Kind = "version", Id = v.Id, Name = v.Name }),
            "sprint" => sprints.VisibleTo(store.Rows<Sprint>(), access).Where(s => ids.Contains(s.Id))
                .Select(s => new Named { Kind = "sprint", Id = s.Id, Name = s.Name }),
            "budget" => budgets.VisibleTo(store.Rows<Budget>(), access).Where(b => ids.Contains(b.Id))
                .Select(b => new Named { Kind = "budget", Id = b.Id, Name = b.Subject }),
            _ => workPackages.VisibleTo(store.Rows<WorkPackage>(), access).Where(w => ids.Contains(w.Id))
                .Select(w => new Named { Kind = "parent", Id = w.Id, Name = w.Subject }),
        };
    }

    private sealed class Named
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
