using OpenProject.Application.Resources;

namespace OpenProject.Application.Groups;

/// <summary>A group, as read.</summary>
public sealed class GroupDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it, or who is in it, last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>Who is in it, by name; empty for those who may not see that.</summary>
    public IReadOnlyList<Reference> Members { get; set; } = [];
}
