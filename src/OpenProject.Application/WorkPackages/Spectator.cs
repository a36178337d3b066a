namespace OpenProject.Application.WorkPackages;

/// <summary>That somebody holds a permission in a project.</summary>
public sealed class Spectator
{
    /// <summary>The project.</summary>
    public long ProjectId { get; init; }

    /// <summary>The user.</summary>
    public long UserId { get; init; }
}
