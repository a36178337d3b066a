namespace OpenProject.Application.Common;

/// <summary>Who asks: the authenticated user, or the anonymous visitor.</summary>
/// <param name="UserId">The user's id; the builtin Anonymous user's when nobody is signed in.</param>
/// <param name="Name">The display name.</param>
/// <param name="IsAdmin">Whether the user is an administrator.</param>
/// <param name="IsAnonymous">Whether nobody is signed in.</param>
public sealed record Viewer(long UserId, string Name, bool IsAdmin, bool IsAnonymous);
