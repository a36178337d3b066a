using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Sessions;

/// <summary>A person's browser that is signed in. Its key is in a cookie there; only the hash of it is kept.</summary>
public sealed class Session : AggregateRoot
{
    /// <summary>Length of the stored hash: SHA-256 as hexadecimal text.</summary>
    public const int HashLength = 64;

    /// <summary>How exactly the last use is recorded.</summary>
    public static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    private Session()
    {
    }

    /// <summary>Who signed in.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>SHA-256 of the key, lower-case hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The user's <see cref="User.SessionGeneration"/> at the sign-in; over when the user has another one.</summary>
    public int Generation { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public DateTime LastUsedAt { get; private set; }

    /// <summary>The session of a user who has just signed in.</summary>
    public static Session Begin(User user, string tokenHash, DateTime now) =>
        new() { UserId = user.Id, Generation = user.SessionGeneration, TokenHash = tokenHash, CreatedAt = now, LastUsedAt = now };
}
