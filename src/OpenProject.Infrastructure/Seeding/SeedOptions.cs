using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>How much demo data a new database gets.</summary>
public enum DemoData
{
    /// <summary>None.</summary>
    None,

    /// <summary>Two projects with people and work, a program and a portfolio.</summary>
    Small,

    /// <summary>The small ones and more of the kind: 50 projects, 5,000 work packages, 200 users.</summary>
    Large,
}

/// <summary>What a new database begins with (section <c>Seed</c>); of no effect on one that has begun.</summary>
public sealed record SeedOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Seed";

    /// <summary>Shortest <see cref="AdminApiKey"/>, so that nobody guesses it.</summary>
    public const int LeastKeyLength = 20;

    /// <summary>The administrator's first API key, any text of at least <see cref="LeastKeyLength"/> characters; made and printed once when not given.</summary>
    public string? AdminApiKey { get; init; }

    /// <summary>The administrator's first password, as long as the policy asks for; made and printed once when not given. Changed at the first sign-in.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>How much demo data.</summary>
    public DemoData Demo { get; init; } = DemoData.Small;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(AdminApiKey) && AdminApiKey.Length < LeastKeyLength)
            yield return new ValidationResult($"Seed:AdminApiKey must have at least {LeastKeyLength} characters.");
    }
}
