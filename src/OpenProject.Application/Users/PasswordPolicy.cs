using OpenProject.Domain.Common;

namespace OpenProject.Application.Users;

/// <summary>What a new password must be.</summary>
public static class PasswordPolicy
{
    /// <summary>The least number of characters.</summary>
    public const int LeastLength = 10;

    /// <summary>The greatest number of characters, so that hashing stays cheap.</summary>
    public const int GreatestLength = 128;

    /// <summary>Whether the password may be stored.</summary>
    public static bool Allows(string? password) => password is { Length: >= LeastLength and <= GreatestLength };

    /// <summary>Refuses a password that may not be stored.</summary>
    /// <exception cref="BrokenRule">Too short or too long.</exception>
    public static void Check(string? password)
    {
        if (password is null || password.Length < LeastLength)
            throw new BrokenRule("password", $"Password is too short (minimum is {LeastLength} characters).");
        if (password.Length > GreatestLength)
            throw new BrokenRule("password", $"Password is too long (maximum is {GreatestLength} characters).");
    }
}
