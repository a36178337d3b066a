namespace OpenProject.Infrastructure.Seeding;

/// <summary>What there is to do in the two demo projects.</summary>
internal static class DemoPlan
{
    /// <summary>A conference that is being organised: phases with tasks, by the calendar.</summary>
    public static IReadOnlyList<DemoWork> Conference(long manager, long member, long programme, long venue, long planning, long executing) =>
    [
        new("Summary task", "Organise the open source conference", "Everything until the doors open. The tasks below say **who** does **what** until **when**.")
        {
            AssigneeId = manager,
            Children =
            [
                new("Task", "Choose a date and a city", "Not in the holidays, and where a train goes.")
                {
                    Status = "Closed", Start = -14, Days = 3, Hours = 6, Left = 0, Spent = 390, AssigneeId = manager, PhaseId = planning,
                    Comment = "It is Leipzig, in spring.",
                },
                new("Task", "Book the venue", "- [x] 400 seats\n- [ ] four rooms for workshops\n- [ ] a kitchen")
                {
                    Status = "In progress", Priority = "High", Start = -4, Days = 5, Hours = 10, Left = 4, Spent = 345, AssigneeId = member, BudgetId = venue,
                    PhaseId = planning,
                    Comment = "Two offers are here, a third is to come.",
                },
                new("Summary task", "Make the programme")
                {
                    AssigneeId = manager,
                    Children =
                    [
                        new("Task", "Publish the call for talks", "One page, and where to send proposals.")
                        {
                            Status = "In progress", Start = 0, Days = 2, Hours = 4, Left = 2, AssigneeId = member, CategoryId = programme, PhaseId = executing,
                        },
                        new("Task", "Review the proposals", "Each one is read by two people.") { Start = 7, Days = 10, Hours = 40, AssigneeId = manager, CategoryId = programme },
                        new("Task", "Announce the programme")
                        {
                            Start = 21, Days = 2, Hours = 5, AssigneeId = member, CategoryId = programme, Follows = "Review the proposals",
                        },
                    ],
                },
                new("Task", "Open the ticket sale", "Waits for the contract with the venue.") { Status = "On hold", Start = 23, Hours = 3 },
                new("Milestone", "The doors open") { Start = 60 },
            ],
        },
        new("Summary task", "After the conference")
        {
            Children =
            [
                new("Task", "Put the recordings online", "With subtitles, under a free licence.") { Start = 63, Days = 5, Hours = 16 },
                new("Task", "Thank the speakers") { Priority = "Low", Start = 63, Days = 1, Hours = 2 },
            ],
        },
    ];

    /// <summary>An app for the visitors, built in two versions.</summary>
    public static IReadOnlyList<DemoWork> Scrum(long manager, long member, long first, long second, long sprint) =>
    [
        new("Epic", "Visitors find their way", "What a visitor wants to know on the spot, without asking anybody.")
        {
            Status = "In progress", AssigneeId = manager, VersionId = first,
            Children =
            [
                new("User story", "A map of the rooms", "As a visitor I see where a room is, so that I am there in time.")
                {
                    Status = "Developed", Hours = 13, Left = 3, AssigneeId = member, VersionId = first, SprintId = sprint, SprintPosition = 1, Comment = "Works on the phones that we have.",
                },
                new("User story", "Talks sorted by day", "As a visitor I see what is on today, so that I can choose.")
                {
                    Status = "Specified", Hours = 5, AssigneeId = member, VersionId = first, SprintId = sprint, SprintPosition = 2,
                },
                new("User story", "The programme works offline", "As a visitor I see the programme without a network.") { Hours = 8, VersionId = second },
                new("User story", "A reminder before a talk begins", "As a visitor I am told when a talk that I marked begins soon.")
                {
                    Status = "In specification", Hours = 8, AssigneeId = manager, VersionId = second,
                },
                new("User story", "Search for speakers") { Hours = 3, VersionId = second },
            ],
        },
        new("Feature", "Speakers upload their slides") { Priority = "Low", Hours = 20, VersionId = second },
        new("Bug", "Times are shown in another time zone", "1. Set the phone to Tokyo\n2. Open the programme\n\nTalks begin at night.")
        {
            Status = "Confirmed", Priority = "High", Hours = 2, AssigneeId = member, VersionId = first, Comment = "Seen on two devices.",
        },
        new("Bug", "The map does not zoom") { Status = "In testing", Hours = 2, Left = 1, AssigneeId = member, VersionId = first },
        new("Task", "Set up the test devices") { Status = "Closed", Start = -7, Days = 2, Hours = 5, Left = 0, AssigneeId = member, VersionId = first },
    ];
}
