namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>A key of the authorization server.</summary>
internal sealed class OAuthKey
{
    /// <summary>What signs.</summary>
    public const string Signing = "signing";

    /// <summary>What encrypts.</summary>
    public const string Encryption = "encryption";

    /// <summary>What it is for; there is one key for each purpose.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The key, Base64.</summary>
    public string Material { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}
