using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.OAuthClientCredentials;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Storages;

/// <summary>A server that keeps files which projects and work packages refer to.</summary>
public sealed class Storage : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest audience, scope, tenant, drive.</summary>
    public const int SettingLimit = 255;

    /// <summary>What Nextcloud takes in no name, unless somebody says otherwise.</summary>
    public const string UsualForbiddenCharacters = "<>:\"|?*\\";

    private Storage()
    {
    }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What kind of server it is; never changes.</summary>
    public StorageKind Kind { get; private set; }

    /// <summary>Its address, as <see cref="StorageHost"/> has it; null for OneDrive, which has none of its own.</summary>
    public string? Host { get; private set; }

    /// <summary>How people prove themselves to it.</summary>
    public StorageAuthentication Authentication { get; private set; } = StorageAuthentication.TwoWayOAuth2;

    /// <summary>The audience that it expects in tokens of the identity provider.</summary>
    public string? Audience { get; private set; }

    /// <summary>The scope to ask for when a token is exchanged for one of the storage.</summary>
    public string? TokenExchangeScope { get; private set; }

    /// <summary>Characters that names of files cannot have there.</summary>
    public string ForbiddenFileNameCharacters { get; private set; } = UsualForbiddenCharacters;

    /// <summary>The tenant, of OneDrive.</summary>
    public string? TenantId { get; private set; }

    /// <summary>The drive, of OneDrive.</summary>
    public string? DriveId { get; private set; }

    /// <summary>The password of the account by which the server goes there, encrypted; null when it does not.</summary>
    public string? ProtectedPassword { get; private set; }

    /// <summary>The application by which the storage comes here; null when there is none.</summary>
    public long? OAuthApplicationId { get; private set; }

    /// <summary>That application; for queries only.</summary>
    public OAuthApplication? OAuthApplication { get; private set; }

    /// <summary>What the server calls itself when it goes there; for queries only.</summary>
    public ClientCredentials? Credentials { get; private set; }

    /// <summary>Who set it up.</summary>
    public long CreatorId { get; private set; }

    /// <summary>The creator; for queries only.</summary>
    public Principal Creator { get; private set; } = null!;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>One that still needs a kind and, if that has one, an address.</summary>
    public static Storage Draft(long creatorId, DateTime now) => new() { CreatorId = creatorId, CreatedAt = now, UpdatedAt = now };

    /// <summary>Calls it so.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Makes it one of this kind.</summary>
    /// <exception cref="BrokenRule">It is of another kind already.</exception>
    public void Classify(StorageKind kind)
    {
        if (Kind != default && Kind != kind)
            throw new BrokenRule("type", "Type cannot be changed.");
        Kind = kind;
    }

    /// <summary>Says where it is.</summary>
    /// <exception cref="BrokenRule">The address is no good.</exception>
    public void LocateAt(string? address) => Host = StorageHost.Checked(address);

    /// <summary>Says how people prove themselves to it.</summary>
    public void AuthenticateBy(StorageAuthentication authentication) => Authentication = authentication;

    /// <summary>Says what its tokens are for.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Address(string? audience) => Audience = TextRule.Optional(audience, "storageAudience", "Storage audience", SettingLimit);

    /// <summary>Says what to ask for when a token is exchanged.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void ExchangeFor(string? scope) => TokenExchangeScope = TextRule.Optional(scope, "tokenExchangeScope", "Token exchange scope", SettingLimit);

    /// <summary>Says what names cannot have there.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Forbid(string? characters) => ForbiddenFileNameCharacters =
        TextRule.Optional(characters, "forbiddenFileNameCharacters", "Forbidden file name characters", SettingLimit) ?? "";

    /// <summary>Says whose drive it is.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void BelongTo(string? tenantId) => TenantId = TextRule.Optional(tenantId, "tenantId", "Tenant", SettingLimit);

    /// <summary>Says which drive it is.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Mount(string? driveId) => DriveId = TextRule.Optional(driveId, "driveId", "Drive", SettingLimit);

    /// <summary>Keeps the password by which the server goes there, or none.</summary>
    /// <param name="encrypted">The password, encrypted.</param>
    public void Manage(string? encrypted) => ProtectedPassword = encrypted;

    /// <summary>Lets the storage come here as this application.</summary>
    public void ComeAs(long applicationId) => OAuthApplicationId = applicationId;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
