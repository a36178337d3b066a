using OpenProject.Domain.Priorities;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Types;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>The types, statuses and priorities that an installation begins with, and which statuses each type passes.</summary>
internal static class WorkPackageSeeds
{
    private const string Planned = "New, To be scheduled, Scheduled, In progress, On hold, Rejected, Closed";
    private const string Built =
        "New, In specification, Specified, In progress, Developed, In testing, Tested, Test failed, On hold, Rejected, Closed";

    /// <summary>The statuses of each type, by the type's name.</summary>
    public static IReadOnlyDictionary<string, string[]> StatusesOfTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Task"] = "New, In progress, On hold, Rejected, Closed",
        ["Milestone"] = Planned,
        ["Summary task"] = Planned,
        ["Feature"] = Built,
        ["Epic"] = Built,
        ["User story"] = Built,
        ["Bug"] = "New, Confirmed, In progress, Developed, In testing, Tested, Test failed, On hold, Rejected, Closed",
    }.ToDictionary(p => p.Key, p => p.Value.Split(", "), StringComparer.Ordinal);

    /// <summary>The types, in order of position.</summary>
    public static IReadOnlyList<WorkPackageType> Types(DateTime now) =>
    [
        Type("Task", 1, "#1A67A3", now, isDefault: true),
        Type("Milestone", 2, "#35C53F", now, isDefault: true, isMilestone: true),
        Type("Summary task", 3, "#ff922b", now, isDefault: true),
        Type("Feature", 4, "#5c7cfa", now),
        Type("Epic", 5, "#845ef7", now),
        Type("User story", 6, "#00B0F0", now),
        Type("Bug", 7, "#f03e3e", now),
    ];

    /// <summary>The statuses, in order of position.</summary>
    public static IReadOnlyList<Status> Statuses(DateTime now)
    {
        (string Name, string Color, int Done)[] rows =
        [
            ("New", "#1098ad", 0), ("In specification", "#a5d8ff", 10), ("Specified", "#a5d8ff", 20), ("Confirmed", "#d0bfff", 20),
            ("To be scheduled", "#ffec99", 20), ("Scheduled", "#d8f5a2", 20), ("In progress", "#cc5de8", 40), ("Developed", "#8ce99a", 70),
            ("In testing", "#22b8cf", 80), ("Tested", "#12b886", 90), ("Test failed", "#ff6b6b", 70), ("Closed", "#dee2e6", 100),
            ("On hold", "#ffc078", 0), ("Rejected", "#ffa8a8", 0),
        ];
        var statuses = rows.Select((row, i) => Status.Create(row.Name, i + 1, row.Color, row.Done, now)).ToList();
        foreach (var status in statuses)
        {
            status.BeDefault(status.Name == "New");
            status.Close(status.Name is "Closed" or "Rejected");
        }

        return statuses;
    }

    /// <summary>The priorities, in order of position.</summary>
    public static IReadOnlyList<Priority> Priorities(DateTime now)
    {
        var priorities = new[]
        {
            Priority.Create("Low", 1, "#c5f6fa", now), Priority.Create("Normal", 2, "#74c0fc", now),
            Priority.Create("High", 3, "#f59f00", now), Priority.Create("Immediate", 4, "#cc5de8", now),
        };
        priorities[1].BeDefault(isDefault: true);
        return priorities;
    }

    /// <summary>The kinds of work that time is spent on, in order of position.</summary>
    public static IReadOnlyList<TimeEntriesActivity> Activities()
    {
        string[] names = ["Management", "Specification", "Development", "Testing", "Support", "Other"];
        return [.. names.Select((name, i) => TimeEntriesActivity.Create(name, i + 1, isDefault: i == 0))];
    }

    private static WorkPackageType Type(string name, int position, string color, DateTime now, bool isDefault = false, bool isMilestone = false)
    {
        var type = WorkPackageType.Create(name, position, color, now);
        type.OfferByDefault(isDefault);
        type.BeMilestone(isMilestone);
        type.ShowInRoadmap(name is not ("Milestone" or "Summary task"));
        return type;
    }
}
