using OpenProject.Domain.Common;
using OpenProject.Domain.Storages;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.OAuthApplications;

/// <summary>
/// A program that may ask people to let it act for them (an OAuth 2.0 client, RFC 6749 section 2). Its secret is known to
/// the authorization server alone.
/// </summary>
public sealed class OAuthApplication : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest client id.</summary>
    public const int ClientIdLimit = 100;

    /// <summary>How long one that has registered itself waits for somebody to let it in, before it is forgotten.</summary>
    public static readonly TimeSpan UnusedFor = TimeSpan.FromDays(1);

    private List<string> redirectUris = [];
    private List<string> scopes = [];

    private OAuthApplication()
    {
    }

    /// <summary>What people see when they are asked.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How it names itself in requests (<c>client_id</c>); never changes.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>Whether it can keep a secret (RFC 6749 section 2.1); otherwise it must use PKCE.</summary>
    public bool Confidential { get; private set; }

    /// <summary>Where people may be sent back to.</summary>
    public IReadOnlyList<string> RedirectUris => redirectUris;

    /// <summary>What it may ask for, of <see cref="OAuthScope.All"/>.</summary>
    public IReadOnlyList<string> Scopes => scopes;

    /// <summary>Whether it is let in at all.</summary>
    public bool Enabled { get; private set; } = true;

    /// <summary>Whether the server made it for itself; people cannot change it, but may disable it.</summary>
    public bool Internal { get; private set; }

    /// <summary>As whom it acts when it comes for itself (RFC 6749 section 4.4); null when as nobody.</summary>
    public long? ClientCredentialsUserId { get; private set; }

    /// <summary>That user; for queries only.</summary>
    public User? ClientCredentialsUser { get; private set; }

    /// <summary>Who registered it.</summary>
    public long OwnerId { get; private set; }

    /// <summary>That user; for queries only.</summary>
    public User Owner { get; private set; } = null!;

    /// <summary>The storage that comes as this application, if it is one's; for queries only.</summary>
    public Storage? Storage { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new one, enabled; the verbs give it name, redirect URIs and scopes.</summary>
    public static OAuthApplication Register(string clientId, bool confidential, long ownerId, DateTime now, bool isInternal = false) => new()
    {
        ClientId = clientId,
        Confidential = confidential,
        OwnerId = ownerId,
        Internal = isInternal,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Makes it one that keeps a secret, or one that cannot.</summary>
    /// <exception cref="BrokenRule">It acts for itself, which only one with a secret can.</exception>
    public void KeepSecret(bool confidential)
    {
        if (!confidential && ClientCredentialsUserId is not null)
            throw new BrokenRule("confidential", "Confidential must be set while a client credentials user is.");
        Confidential = confidential;
    }

    /// <summary>Makes exactly these its redirect URIs; blank ones are left out.</summary>
    /// <exception cref="BrokenRule">One that is no good, or none where there is no other way to get a token.</exception>
    public void RedirectTo(IEnumerable<string> uris)
    {
        List<string> wanted = [.. uris.Where(uri => !string.IsNullOrWhiteSpace(uri)).Select(RedirectUri.Checked).Distinct(StringComparer.Ordinal)];
        if (wanted.Count == 0 && !Confidential)
            throw new BrokenRule("redirectUri", "Redirect URI can't be blank.");
        redirectUris = wanted;
    }

    /// <summary>Makes exactly these its scopes; <see cref="OAuthScope.Default"/> when none are given.</summary>
    /// <exception cref="BrokenRule">There is no such scope.</exception>
    public void Scope(IEnumerable<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(name => !OAuthScope.Exists(name)) is { } unknown)
            throw new BrokenRule("scopes", $"Scopes cannot include '{unknown}'.");
        scopes = wanted.Count == 0 ? [OAuthScope.Default] : [.. OAuthScope.All.Where(wanted.Contains)];
    }

    /// <summary>Makes it act as this user when it comes for itself, or as nobody.</summary>
    /// <exception cref="BrokenRule">It has no secret to prove itself by.</exception>
    public void ActAs(long? userId)
    {
        if (userId is not null && !Confidential)
            throw new BrokenRule("clientCredentialsUser", "Client credentials user needs a confidential application.");
        ClientCredentialsUserId = userId;
    }

    /// <summary>Makes it somebody's.</summary>
    public void BelongTo(long userId) => OwnerId = userId;

    /// <summary>Lets it in again.</summary>
    public void Enable() => Enabled = true;

    /// <summary>Lets it in no longer.</summary>
    public void Disable() => Enabled = false;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
