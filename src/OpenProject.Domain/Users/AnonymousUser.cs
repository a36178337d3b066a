using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Users;

/// <summary>Builtin: whoever is not signed in. There is one.</summary>
public sealed class AnonymousUser : User
{
    private AnonymousUser()
    {
    }

    private AnonymousUser(DateTime now)
        : base(PrincipalKind.Anonymous, now) => BeBuiltin("anonymous", "Anonymous", UserStatus.Active);

    /// <summary>The one to store at the first start.</summary>
    public static AnonymousUser Builtin(DateTime now) => new(now);
}
