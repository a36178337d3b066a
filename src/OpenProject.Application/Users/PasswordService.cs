using System.Security.Cryptography;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>Gives passwords to users and recognises them. Plain passwords are kept nowhere.</summary>
public sealed class PasswordService(IPasswords passwords, PasswordPolicy policy)
{
    private const int MadeLength = 20;

    // Read off a screen and typed once: nothing that looks like something else.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A password that nobody guesses (100 random bits or more) and that may be stored.</summary>
    public string NewText() => RandomNumberGenerator.GetString(Letters, Math.Max(MadeLength, policy.LeastLength));

    /// <summary>What is wrong with a new password, in a sentence; null when it may be stored.</summary>
    public string? ComplaintAbout(string? password) => policy.ComplaintAbout(password);

    /// <summary>Gives the user a password; stored with the unit of work. His sessions end.</summary>
    /// <param name="user">The user.</param>
    /// <param name="password">The password.</param>
    /// <param name="mustChange">Whether it opens nothing but the page that changes it.</param>
    /// <exception cref="Domain.Common.BrokenRule">Too short or too long.</exception>
    public void Give(User user, string password, bool mustChange)
    {
        policy.Check(password);
        user.SetPassword(passwords.Hash(password), mustChange);
    }

    /// <summary>Whether it is the user's password; false, after the same time, for whoever has none and for nobody.</summary>
    public bool IsOf(User? user, string password) => passwords.Matches(user?.PasswordHash, password);
}
