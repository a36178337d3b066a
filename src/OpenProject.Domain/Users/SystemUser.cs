using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Users;

/// <summary>Builtin: the server itself, the author of what it does on its own. There is one.</summary>
public sealed class SystemUser : User
{
    private SystemUser()
    {
    }

    private SystemUser(DateTime now)
        : base(PrincipalKind.System, now) => BeBuiltin("system", "System", UserStatus.Active);

    /// <summary>The one to store at the first start.</summary>
    public static SystemUser Builtin(DateTime now) => new(now);
}
