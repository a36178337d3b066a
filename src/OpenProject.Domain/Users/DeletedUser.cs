using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Users;

/// <summary>Builtin: the author of what users have done who were removed since. There is one.</summary>
public sealed class DeletedUser : User
{
    private DeletedUser()
    {
    }

    private DeletedUser(DateTime now)
        : base(PrincipalKind.Deleted, now) => BeBuiltin("deleted", "Deleted user", UserStatus.Locked);

    /// <summary>The one to store at the first start.</summary>
    public static DeletedUser Builtin(DateTime now) => new(now);
}
