using System.Linq.Expressions;
using OpenProject.Application.Groups;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>Users (<c>/api/v3/users</c>, contract component <c>UserModel</c>).</summary>
public sealed class UserResource : Resource<User, UserDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public UserResource()
        : base(Kind, Location, u => u.Id, u => u.Name)
    {
        TitledBy(u => u.Name);
        DeclareAttributes();
        DeclarePassword();
        DeclareLinks();
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = PrincipalPaths.Users;

    /// <inheritdoc/>
    public static string Kind => "User";

    /// <inheritdoc/>
    public override IQueryable<User> VisibleTo(IQueryable<User> rows, Access access) => PrincipalVisibility.VisibleTo(rows, access);

    private void DeclareAttributes()
    {
        Property("id", u => u.Id).Named("ID").Required();
        Property("name", u => u.Name);
        Property("createdAt", u => u.CreatedAt).Named("Created on");
        Property("updatedAt", u => u.UpdatedAt).Named("Updated on");
        Property("login", u => u.Login).Named("Username").Required().Length(1, User.LoginLimit).ShownWhen(IsTrusted)
            .Write((u, value) => u.SignInAs(value)).WritableWhen(d => d.IsNew || (d.Permissions.Contains(Permission.ManageUser) && !IsSelf(d)));
        Property("admin", u => u.Admin).Named("Administrator").ShownWhen((_, access) => access.Viewer.IsAdmin)
            .Write((u, value) => u.Administrate(value)).WritableWhen(d => d.Access.Viewer.IsAdmin && !IsSelf(d));
        Property("firstName", u => u.FirstName).Required().Length(1, User.PersonNameLimit).ShownWhen(IsTrusted)
            .Write((u, value) => u.CallFirstName(value));
        Property("lastName", u => u.LastName).Required().Length(1, User.PersonNameLimit).ShownWhen(IsTrusted)
            .Write((u, value) => u.CallLastName(value));
        Property("email", u => u.Email).Required().Length(1, User.EmailLimit).ShownWhen((u, access) => IsTrusted(u, access) || !u.HideEmail)
            .Write((u, value) => u.ReachAt(value));
        Property("avatar", u => u.HasAvatar ? $"{Location.Of(u.Id)}/avatar" : null);
        Property("status", u => Codes.Of(u.Status)).Defaulted().ShownWhen(IsTrusted)
            .Write(BeginAs).WritableWhen(d => d.IsNew);
        Property("identityUrl", u => u.IdentityUrl).Named("Identity URL").ShownWhen(IsTrusted)
            .Write((u, value) => u.IdentifyBy(value)).WritableWhen(d => d.Access.Viewer.IsAdmin);
        Property("language", u => u.Language).Defaulted().ShownWhen(IsTrusted).Write((u, value) => u.Speak(value));
    }

    // The contract judges and hashes it, once it is known who writes.
    private void DeclarePassword()
    {
        Property("password", _ => (string?)null).Hidden().Typed("Password")
            .Write((_, _) => { }).WritableWhen(d => d.IsNew || d.Access.Viewer.IsAdmin || IsSelf(d));
        Property("currentPassword", _ => (string?)null).Hidden().NotInSchema().Write((_, _) => { });
    }

    private void DeclareLinks()
    {
        Related("memberships", PrincipalPaths.Memberships).Titled(_ => "Memberships").When((u, _) => u.IsPerson()).NeedsAnywhere(Permission.ViewMembers);
        Action("updateImmediately", "patch", Location.Value + "/{id}").Titled(u => "Update " + u.Name)
            .When((u, access) => UserContract.MayUpdate(u, access, access.Global));
        Action("lock", "post", Location.Value + "/{id}/lock").Titled(u => "Set lock on " + u.Name)
            .When((u, access) => UserContract.MayLock(u, access) && u.Status != UserStatus.Locked);
        Action("unlock", "delete", Location.Value + "/{id}/lock").Titled(u => "Remove lock on " + u.Name)
            .When((u, access) => UserContract.MayLock(u, access) && u.Status == UserStatus.Locked);
        Action("delete", "delete", Location.Value + "/{id}").Titled(u => "Delete " + u.Name).When(UserContract.MayDelete);
    }

    private void DeclareQueries()
    {
        Filter(new CodeFilter<User>("status", StatusCodes, u => (int)u.Status));
        Filter(new SearchFilter<User>("name", context => [u => u.Name, AddressFor(context.Access)], ["=", "~", "!", "!~"]));
        Filter(new TextFilter<User>("login", TextKind.String, context => LoginFor(context.Access)));
        Filter(new SearchFilter<User>(
            "any_name_attribute", context => [u => u.Name, LoginFor(context.Access), AddressFor(context.Access)], ["~", "!~", "**"]));
        Filter(new GroupFilter<User>(u => u.Id));
        Filter(new DateTimeFilter<User>("createdAt", u => u.CreatedAt));
        Filter(new DateTimeFilter<User>("updatedAt", u => u.UpdatedAt));
        Sort("name", u => u.SortName);
        Sort("login", LoginFor);
        Sort("firstName", u => u.FirstName);
        Sort("lastName", u => u.LastName);
        Sort("email", AddressFor);
        Sort("status", u => u.Status);
        Sort("createdAt", u => u.CreatedAt);
        Sort("updatedAt", u => u.UpdatedAt);
    }

    /// <summary>The values of filters by status: names, and the numbers that the published API also takes.</summary>
    internal static IReadOnlyDictionary<string, int> StatusCodes { get; } = Enum.GetValues<UserStatus>()
        .SelectMany(s => new[] { KeyValuePair.Create(Codes.Of(s), (int)s), KeyValuePair.Create(((int)s).ToString(System.Globalization.CultureInfo.InvariantCulture), (int)s) })
        .ToDictionary();

    private static void BeginAs(User user, string? status, Draft<User, UserDto> draft)
    {
        if (!draft.IsNew)
            return;
        if (Codes.Parse<UserStatus>(status) is not (UserStatus.Active or UserStatus.Invited))
            throw new BrokenRule("status", "Status is not a valid status for new users.");
        user.BeginAs(Codes.Parse<UserStatus>(status)!.Value);
    }

    private static bool IsSelf(Draft<User, UserDto> draft) => !draft.IsNew && draft.Entity.Id == draft.Access.Viewer.UserId;

    private static bool IsTrusted(UserDto user, Access access) => user.Id == access.Viewer.UserId || IsTrusted(access);

    private static bool IsTrusted(Access access) =>
        access.Viewer.IsAdmin || access.Global.Contains(Permission.ManageUser) || access.Global.Contains(Permission.CreateUser);

    // What is hidden from somebody must not be found out by filters, nor by the order.
    private static Expression<Func<User, string?>> LoginFor(Access access) => IsTrusted(access) ? u => u.Login : _ => null;

    private static Expression<Func<User, string?>> AddressFor(Access access) => IsTrusted(access) ? u => u.Email : u => u.HideEmail ? null : u.Email;
}
