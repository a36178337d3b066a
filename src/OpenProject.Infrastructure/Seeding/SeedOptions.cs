namespace OpenProject.Infrastructure.Seeding;

/// <summary>How much demo data a new database gets.</summary>
public enum DemoData
{
    /// <summary>None.</summary>
    None,

    /// <summary>Two projects with work packages, a program and a portfolio.</summary>
    Small,

    /// <summary>The same, and 50 projects with 5,000 work packages and 200 users, to see how the server behaves with much.</summary>
    Large,
}

/// <summary>What a new database begins with (section <c>Seed</c>).</summary>
public sealed record SeedOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Seed";

    /// <summary>The administrator's first API key, at least 20 characters; made and printed once when not given.</summary>
    public string? AdminApiKey { get; init; }

    /// <summary>How much demo data.</summary>
    public DemoData Demo { get; init; } = DemoData.Small;
}
