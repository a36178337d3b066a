namespace OpenProject.Application.Sessions;

/// <summary>When an account is blocked.</summary>
/// <param name="MostFailures">How many wrong passwords in a row do it; 0 for never.</param>
/// <param name="BlockedFor">How long it is blocked.</param>
public sealed record SignInPolicy(int MostFailures, TimeSpan BlockedFor);
