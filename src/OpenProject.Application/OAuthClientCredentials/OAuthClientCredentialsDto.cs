using OpenProject.Application.Resources;

namespace OpenProject.Application.OAuthClientCredentials;

/// <summary>What the server calls itself at a storage, as read; never with the secret.</summary>
public sealed class OAuthClientCredentialsDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The name.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The storage.</summary>
    public long StorageId { get; init; }

    /// <summary>The storage's name.</summary>
    public string? StorageName { get; init; }

    /// <summary>When they were told, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When they last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
