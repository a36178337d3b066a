using OpenProject.Domain.Common;

namespace OpenProject.Application.Users;

/// <summary>What a new password must be; those that are stored already are not judged.</summary>
/// <param name="LeastLength">The least number of characters.</param>
public sealed record PasswordPolicy(int LeastLength)
{
    /// <summary>The least number of characters where nothing else is configured.</summary>
    public const int UsualLength = 10;

    /// <summary>The greatest number of characters, so that hashing stays cheap.</summary>
    public const int GreatestLength = 128;

    /// <summary>What is wrong with the password, in a sentence; null when it may be stored.</summary>
    public string? ComplaintAbout(string? password) => password switch
    {
        { Length: > GreatestLength } => $"Password is too long (maximum is {GreatestLength} characters).",
        not null when password.Length >= LeastLength => null,
        _ => $"Password is too short (minimum is {LeastLength} characters).",
    };

    /// <summary>Refuses a password that may not be stored.</summary>
    /// <exception cref="BrokenRule">Too short or too long.</exception>
    public void Check(string? password)
    {
        if (ComplaintAbout(password) is { } complaint)
            throw new BrokenRule("password", complaint);
    }
}
