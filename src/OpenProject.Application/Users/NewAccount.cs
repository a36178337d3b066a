namespace OpenProject.Application.Users;

/// <summary>An account to be made.</summary>
/// <param name="Login">The name to sign in with.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Admin">Whether the user is an administrator.</param>
public sealed record NewAccount(string Login, string FirstName, string LastName, string Email, bool Admin);
