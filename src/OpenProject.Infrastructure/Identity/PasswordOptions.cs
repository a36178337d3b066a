using System.ComponentModel.DataAnnotations;
using OpenProject.Application.Users;

namespace OpenProject.Infrastructure.Identity;

/// <summary>Section <c>Passwords</c>.</summary>
public sealed class PasswordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Passwords";

    /// <summary>The least number of characters of a new password (<c>password_min_length</c>).</summary>
    [Range(8, PasswordPolicy.GreatestLength)]
    public int MinLength { get; set; } = PasswordPolicy.UsualLength;

    /// <summary>How many wrong passwords in a row block an account (<c>brute_force_block_after_failed_logins</c>); 0 for never.</summary>
    [Range(0, 1000)]
    public int BlockAfterFailures { get; set; } = 20;

    /// <summary>How long it is blocked, in minutes (<c>brute_force_block_minutes</c>).</summary>
    [Range(1, 60 * 24)]
    public int BlockMinutes { get; set; } = 30;
}
