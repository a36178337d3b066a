using OpenProject.Domain.Common;
using OpenProject.Domain.Storages;

namespace OpenProject.Domain.OAuthClientCredentials;

/// <summary>What the server calls itself, and proves itself by, when it goes to a storage (RFC 6749 section 2.3.1).</summary>
public sealed class ClientCredentials : AggregateRoot, ITimestamped
{
    /// <summary>Longest client id.</summary>
    public const int ClientIdLimit = 255;

    /// <summary>Longest secret.</summary>
    public const int SecretLimit = 1000;

    private ClientCredentials()
    {
    }

    /// <summary>The storage.</summary>
    public long StorageId { get; private set; }

    /// <summary>The storage; for queries only.</summary>
    public Storage Storage { get; private set; } = null!;

    /// <summary>The name.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>The secret, encrypted.</summary>
    public string ProtectedSecret { get; private set; } = "";

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Credentials for a storage.</summary>
    /// <param name="storageId">The storage.</param>
    /// <param name="clientId">The name.</param>
    /// <param name="encryptedSecret">The secret, encrypted.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="BrokenRule">The client id is blank or too long.</exception>
    public static ClientCredentials For(long storageId, string? clientId, string encryptedSecret, DateTime now) => new()
    {
        StorageId = storageId,
        ClientId = TextRule.Required(clientId, "clientId", "Client ID", ClientIdLimit),
        ProtectedSecret = encryptedSecret,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
