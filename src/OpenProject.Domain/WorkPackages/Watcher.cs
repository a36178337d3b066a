namespace OpenProject.Domain.WorkPackages;

/// <summary>A user who wants to be told what happens to a work package.</summary>
public sealed class Watcher : Common.IContent
{
    private Watcher()
    {
    }

    /// <summary>A user begins to watch.</summary>
    public Watcher(long workPackageId, long userId)
    {
        WorkPackageId = workPackageId;
        UserId = userId;
    }

    /// <summary>What is watched.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>Who watches.</summary>
    public long UserId { get; private set; }
}
