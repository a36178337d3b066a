using OpenProject.Application.Permissions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>What conditions may depend on beside the rows.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Now">The current time, UTC.</param>
public sealed record FilterContext(Access Access, DateTime Now)
{
    /// <summary>The workspace whose rows are asked for; null for those of all.</summary>
    public long? WorkspaceId { get; init; }

    /// <summary>The stored query whose rows are asked for; null for none.</summary>
    public long? QueryId { get; init; }

    /// <summary>Whether rows are asked for as they were, read from their journals.</summary>
    public bool IsPast { get; init; }

    /// <summary>The current day, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);
}
