namespace OpenProject.Application.TimeEntries;

/// <summary>What the installation has decided about time entries.</summary>
/// <param name="TracksTimes">Whether they tell when work began and ended, not only how long it took.</param>
public sealed record TimeEntryPolicy(bool TracksTimes);
