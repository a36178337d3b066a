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
}
