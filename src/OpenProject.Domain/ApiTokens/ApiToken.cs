using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.ApiTokens;

/// <summary>A key that lets a program act as a user. Only its hash is kept.</summary>
public sealed class ApiToken : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Length of the stored hash: SHA-256 as hexadecimal text.</summary>
    public const int HashLength = 64;

    /// <summary>How exactly the last use is recorded.</summary>
    public static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    private ApiToken()
    {
    }

    /// <summary>Whose key it is.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the whole key, lower-case hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The first moment it no longer works, UTC; null means never.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was last used, UTC, to the minute; null when never.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>A new key of a user.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, or expired from the start.</exception>
    public static ApiToken Create(long userId, string? name, string tokenHash, DateTime? expiresAt, DateTime now)
    {
        if (expiresAt <= now)
            throw new BrokenRule("expiresAt", "Expiration date must be in the future.");
        return new ApiToken
        {
            UserId = userId,
            Name = TextRule.Required(name, "name", "Name", NameLimit),
            TokenHash = tokenHash,
            ExpiresAt = expiresAt,
            CreatedAt = now,
        };
    }

    /// <summary>Whether it no longer works.</summary>
    public bool IsExpired(DateTime now) => ExpiresAt <= now;
}
