using OpenProject.Application.Permissions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>What conditions may depend on beside the rows.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Now">The current time, UTC.</param>
public sealed record FilterContext(Access Access, DateTime Now)
{
    /// <summary>The current day, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);
}
