namespace OpenProject.Application.Notifications;

/// <summary>
/// The activities that could not be told, which rest for a while so that the others go on. They stay untold, so that nothing is lost, and are
/// tried again after pauses that get longer.
/// </summary>
public interface IRestingActivities
{
    /// <summary>The ids of those that rest now.</summary>
    IReadOnlyCollection<long> Ids { get; }

    /// <summary>Has one rest that could not be told, and says so to the operator.</summary>
    void Rest(long activityId, Exception why);

    /// <summary>Forgets the failures of those that have been told.</summary>
    void Forget(IReadOnlyCollection<long> activityIds);
}
