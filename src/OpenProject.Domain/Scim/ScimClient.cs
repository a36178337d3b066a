using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Scim;

/// <summary>An identity provider, or a program that acts as one, that may provision users and groups (RFC 7644 section 1.2).</summary>
public sealed class ScimClient : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private ScimClient()
    {
    }

    /// <summary>What administrators call it; unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As whom it acts.</summary>
    public long ServiceAccountId { get; private set; }

    /// <summary>That account; for queries only.</summary>
    public ServiceAccount ServiceAccount { get; private set; } = null!;

    /// <summary>
    /// Within which external ids are unique (<see cref="ExternalIdentity.Provider"/>): the name of a configured OpenID Connect
    /// provider, whose clients then sign in under these ids, or a name of its own.
    /// </summary>
    public string Provider { get; private set; } = "";

    /// <summary>The OAuth application that gets tokens for it; null when it has none.</summary>
    public long? OAuthApplicationId { get; private set; }

    /// <summary>Whether it is let in.</summary>
    public bool Enabled { get; private set; } = true;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new one.</summary>
    /// <param name="name">What administrators call it.</param>
    /// <param name="provider">Within which its external ids are unique.</param>
    /// <param name="serviceAccountId">As whom it acts.</param>
    /// <param name="oauthApplicationId">The OAuth application that gets tokens for it.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="BrokenRule">Blank or too long name or provider.</exception>
    public static ScimClient Register(string? name, string provider, long serviceAccountId, long? oauthApplicationId, DateTime now) => new()
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        Provider = TextRule.Required(provider, "provider", "Provider", ExternalIdentity.ProviderLimit),
        ServiceAccountId = serviceAccountId,
        OAuthApplicationId = oauthApplicationId,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Lets it in no longer.</summary>
    public void Disable() => Enabled = false;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
