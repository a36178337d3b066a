using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Users;

/// <summary>Builtin: as whom one client of SCIM acts. It may do what administrators may, and is told of nowhere.</summary>
public sealed class ServiceAccount : User
{
    private ServiceAccount()
    {
    }

    private ServiceAccount(string key, string name, DateTime now)
        : base(PrincipalKind.ServiceAccount, now)
    {
        BeBuiltin("service-" + key, name, UserStatus.Active);
        Administrate(admin: true);
    }

    /// <summary>It acts no more, and no token of an identity provider stands for it.</summary>
    public void Retire()
    {
        BeBuiltin(Login, Name, UserStatus.Locked);
        IdentifyBy(identityUrl: null);
    }

    /// <summary>A new one.</summary>
    /// <param name="key">Makes its login another one than all others.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="identityUrl">How an identity provider calls it; null when tokens of none stand for it.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="BrokenRule">The identity URL is too long.</exception>
    public static ServiceAccount Of(string key, string name, string? identityUrl, DateTime now)
    {
        var account = new ServiceAccount(key, name, now);
        account.IdentifyBy(identityUrl);
        return account;
    }
}
