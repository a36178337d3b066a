using OpenProject.Application.Common;

namespace OpenProject.Application.Storages;

/// <summary>As whom the server goes to a storage.</summary>
/// <param name="Host">The storage's address, with a slash at its end.</param>
/// <param name="Password">What the account proves itself by.</param>
public sealed record RemoteAccount(string Host, string Password)
{
    /// <summary>The account's name, which is the same on every storage: that of the application in Nextcloud.</summary>
    public const string User = "OpenProject";

    /// <inheritdoc/>
    public override string ToString() => $"{User} at {Host}";

    /// <summary>As whom the server goes to this storage; null where nothing is kept that it could go by.</summary>
    public static RemoteAccount? Of(string? host, string? protectedPassword, ISecretProtection secrets) =>
        host is not null && protectedPassword is not null ? new RemoteAccount(host, secrets.Reveal(protectedPassword)) : null;
}
