using OpenProject.Domain.Common;

namespace OpenProject.Domain.Scim;

/// <summary>A key by which a SCIM client comes in. Only its hash is kept.</summary>
public sealed class ScimToken : AggregateRoot
{
    /// <summary>Length of the stored hash: SHA-256 as hexadecimal text.</summary>
    public const int HashLength = 64;

    /// <summary>How long a new one works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private ScimToken()
    {
    }

    /// <summary>Whose it is.</summary>
    public long ClientId { get; private set; }

    /// <summary>That client; for queries only.</summary>
    public ScimClient Client { get; private set; } = null!;

    /// <summary>SHA-256 of the whole key, lower-case hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The first moment it no longer works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>A new one, good for <see cref="Lifetime"/>.</summary>
    public static ScimToken Create(long clientId, string tokenHash, DateTime now) =>
        new() { ClientId = clientId, TokenHash = tokenHash, CreatedAt = now, ExpiresAt = now + Lifetime };
}
