using OpenProject.Application.Resources;

namespace OpenProject.Application.TimeEntries;

/// <summary>A kind of work, as read.</summary>
public sealed class TimeEntriesActivityDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The place in lists.</summary>
    public int Position { get; init; }

    /// <summary>Whether it is meant where none is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The projects that it is active in, as far as the viewer may see them.</summary>
    public IReadOnlyList<Reference> Projects { get; set; } = [];
}
