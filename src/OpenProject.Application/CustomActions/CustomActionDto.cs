using OpenProject.Application.Resources;

namespace OpenProject.Application.CustomActions;

/// <summary>An action, as read.</summary>
public sealed class CustomActionDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does, in words.</summary>
    public string? Description { get; init; }
}
