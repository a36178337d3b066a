namespace OpenProject.Application.Sessions;

/// <summary>A session that is alive, and whose it is.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="LastUsedAt">When it was last used, UTC, to the minute.</param>
/// <param name="UserId">The user's id.</param>
/// <param name="UserName">His display name.</param>
/// <param name="IsAdmin">Whether he is an administrator.</param>
public sealed record SessionRow(long Id, DateTime LastUsedAt, long UserId, string UserName, bool IsAdmin);
