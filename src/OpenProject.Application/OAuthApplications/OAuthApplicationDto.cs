using OpenProject.Application.Resources;

namespace OpenProject.Application.OAuthApplications;

/// <summary>An OAuth application, as read.</summary>
public sealed class OAuthApplicationDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What people see when they are asked.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it names itself in requests.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Whether it has a secret.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether it is let in.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether the server made it for itself.</summary>
    public bool Internal { get; init; }

    /// <summary>As whom it acts when it comes for itself; null for nobody.</summary>
    public long? ClientCredentialsUserId { get; init; }

    /// <summary>That user's name.</summary>
    public string? ClientCredentialsUserName { get; init; }

    /// <summary>What that user signs in with.</summary>
    public string? ClientCredentialsUserLogin { get; init; }

    /// <summary>Who registered it.</summary>
    public long OwnerId { get; init; }

    /// <summary>That user's name.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The storage that comes as it; null when it is no storage's.</summary>
    public long? StorageId { get; init; }

    /// <summary>The storage's name.</summary>
    public string? StorageName { get; init; }

    /// <summary>The secret, where it has just been made; null ever after.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>What it may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Where people may be sent back to.</summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];
}
