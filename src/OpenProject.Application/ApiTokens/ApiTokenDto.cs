namespace OpenProject.Application.ApiTokens;

/// <summary>An API token as its owner sees it.</summary>
/// <param name="Id">The token.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">The first moment it no longer works, UTC; null means never.</param>
/// <param name="LastUsedAt">When it was last used, UTC, to the minute; null when never.</param>
public sealed record ApiTokenDto(long Id, string Name, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? LastUsedAt)
{
    /// <summary>The last day it works, UTC; null means for ever.</summary>
    public DateOnly? ExpiresOn => ExpiresAt is { } end ? DateOnly.FromDateTime(end.AddTicks(-1)) : null;
}
