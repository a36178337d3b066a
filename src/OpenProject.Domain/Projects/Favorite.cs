namespace OpenProject.Domain.Projects;

/// <summary>A project that a user has marked with a star.</summary>
public sealed class Favorite
{
    private Favorite()
    {
    }

    /// <summary>A new mark.</summary>
    public Favorite(long userId, long projectId, DateTime now)
    {
        UserId = userId;
        ProjectId = projectId;
        CreatedAt = now;
    }

    /// <summary>Whose mark it is.</summary>
    public long UserId { get; private set; }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}
