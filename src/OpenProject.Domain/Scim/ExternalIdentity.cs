using OpenProject.Domain.Common;

namespace OpenProject.Domain.Scim;

/// <summary>What an identity provider calls a user or group (<c>externalId</c>, RFC 7643 section 3.1); one for each provider.</summary>
public sealed class ExternalIdentity : AggregateRoot
{
    /// <summary>Longest name of a provider.</summary>
    public const int ProviderLimit = 64;

    /// <summary>Longest external id.</summary>
    public const int KeyLimit = 400;

    private ExternalIdentity()
    {
    }

    /// <summary>The user or group.</summary>
    public long PrincipalId { get; private set; }

    /// <summary>The provider: <see cref="ScimClient.Provider"/>.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>The id there, compared by its bytes.</summary>
    public string ExternalKey { get; private set; } = "";

    /// <summary>A new one.</summary>
    /// <exception cref="BrokenRule">The id is blank or too long.</exception>
    public static ExternalIdentity Of(long principalId, string provider, string key)
    {
        var identity = new ExternalIdentity { PrincipalId = principalId, Provider = provider };
        identity.Become(key);
        return identity;
    }

    /// <summary>Changes the id.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Become(string key) => ExternalKey = TextRule.Required(key, "externalId", "External id", KeyLimit);
}
