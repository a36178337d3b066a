using OpenProject.Application.Resources;

namespace OpenProject.Application.Examples;

/// <summary>An example, as read.</summary>
public sealed class ExampleDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id => 0;

    /// <summary>A line of text.</summary>
    public string? Subject { get; init; }
}
