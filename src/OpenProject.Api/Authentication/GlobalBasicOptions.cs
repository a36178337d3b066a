using System.ComponentModel.DataAnnotations;

namespace OpenProject.Api.Authentication;

/// <summary>Section <c>GlobalBasic</c>: Basic credentials that stand for the server itself, and may do everything.</summary>
public sealed class GlobalBasicOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "GlobalBasic";

    private const int ShortestPassword = 20;

    /// <summary>The user; null when there is no such account.</summary>
    public string? User { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>Whether there is such an account.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(User);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(User) && string.IsNullOrEmpty(Password))
            yield break;
        if (string.IsNullOrEmpty(User) || User.Contains(':', StringComparison.Ordinal) || User == "apikey")
            yield return new ValidationResult("GlobalBasic:User must be a name without colon, other than 'apikey'.");
        if (Password is not { Length: >= ShortestPassword })
            yield return new ValidationResult($"GlobalBasic:Password must have at least {ShortestPassword} characters.");
    }
}
