using OpenProject.Application.Resources;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>A storage, as read.</summary>
public sealed class StorageDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind of server it is.</summary>
    public StorageKind Kind { get; init; }

    /// <summary>Its address; null for OneDrive.</summary>
    public string? Host { get; init; }

    /// <summary>How people prove themselves to it.</summary>
    public StorageAuthentication Authentication { get; init; }

    /// <summary>The audience that it expects in tokens of the identity provider.</summary>
    public string? Audience { get; init; }

    /// <summary>The scope to ask for when a token is exchanged.</summary>
    public string? TokenExchangeScope { get; init; }

    /// <summary>Characters that names of files cannot have there.</summary>
    public string ForbiddenFileNameCharacters { get; init; } = "";

    /// <summary>The tenant, of OneDrive.</summary>
    public string? TenantId { get; init; }

    /// <summary>The drive, of OneDrive.</summary>
    public string? DriveId { get; init; }

    /// <summary>The password by which the server goes there, encrypted; null for none.</summary>
    public string? ProtectedPassword { get; init; }

    /// <summary>Whether a password for going there is kept.</summary>
    public bool HasPassword => ProtectedPassword is not null;

    /// <summary>What becomes of it when the server goes there.</summary>
    public StorageConnection Connection { get; set; }

    /// <summary>The application by which the storage comes here.</summary>
    public long? OAuthApplicationId { get; init; }

    /// <summary>The application's name.</summary>
    public string? OAuthApplicationName { get; init; }

    /// <summary>What the server calls itself when it goes there; null for nothing yet.</summary>
    public long? CredentialsId { get; init; }

    /// <summary>When it was set up, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>Whether everything is known that going there and coming here takes.</summary>
    public bool Configured => CredentialsId is not null && (Kind == StorageKind.Nextcloud ? Host is not null && OAuthApplicationId is not null : DriveId is not null && TenantId is not null);
}
