namespace OpenProject.Application.Sessions;

/// <summary>How long sessions last.</summary>
/// <param name="Idle">How long a session lasts unused.</param>
/// <param name="SignOutEndsAll">Whether signing out ends the user's sessions in other browsers too.</param>
/// <param name="SignInEndsOthers">Whether signing in does.</param>
public sealed record SessionPolicy(TimeSpan Idle, bool SignOutEndsAll, bool SignInEndsOthers);
