using OpenProject.Application.Resources;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>A placeholder user, as read.</summary>
public sealed class PlaceholderUserDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
