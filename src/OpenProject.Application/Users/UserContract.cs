using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>Who may write users, what follows from what was sent, and which states are wrong.</summary>
public sealed class UserContract : Contract<User, UserDto>
{
    private readonly PasswordService passwords;

    /// <summary>Declares the rules.</summary>
    public UserContract(IReadStore store, PasswordService passwords)
    {
        this.passwords = passwords;
        Unique("login", "Username", e => e.Login, row => row.Login, e => store.Rows<User>().Where(o => o.Id != e.Id && o.Login == e.Login), store);
        Unique("email", "Email", e => e.Email, row => row.Email, e => store.Rows<User>().Where(o => o.Id != e.Id && o.Email == e.Email), store);
        Must("password", d => !d.IsNew || d.Entity.Status != UserStatus.Active || d.Changed("password"), "Password can't be blank.");
    }

    /// <summary>Whether the viewer may change a user: himself, or others as far as they do not stand above him.</summary>
    public static bool MayUpdate(UserDto user, Access access, PermissionSet global) =>
        user.IsPerson()
        && (access.Viewer.IsAdmin || user.Id == access.Viewer.UserId || (global.Contains(Catalogue.ManageUser) && !user.Admin));

    /// <summary>Whether the viewer may lock and unlock a user; nobody shuts himself out.</summary>
    public static bool MayLock(UserDto user, Access access) =>
        user.IsPerson() && access.Viewer.IsAdmin && user.Id != access.Viewer.UserId;

    /// <summary>Whether the viewer may remove a user; nobody removes himself.</summary>
    public static bool MayDelete(UserDto user, Access access) => MayLock(user, access);

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<User, UserDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.IsNew ? draft.Permissions.Contains(Catalogue.CreateUser) : MayUpdate(draft.Original, draft.Access, draft.Permissions));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<User, UserDto> draft, CancellationToken cancellationToken)
    {
        if (draft is { IsNew: true, Entity: { Status: UserStatus.Invited, Email: { } email } })
            NameAfter(draft.Entity, email);
        if (draft.Changed("password"))
            SetPassword(draft);
        return Task.CompletedTask;
    }

    // Who is invited tells the rest when he accepts; until then the address stands for it.
    private static void NameAfter(User user, string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (user.Login.Length == 0)
            user.SignInAs(email);
        if (user.FirstName.Length == 0)
            user.CallFirstName(email[..at]);
        if (user.LastName.Length == 0)
            user.CallLastName(email[at..]);
    }

    private void SetPassword(Draft<User, UserDto> draft)
    {
        var password = Text(draft, "password");
        var isSelf = !draft.IsNew && draft.Entity.Id == draft.Access.Viewer.UserId;
        if (passwords.ComplaintAbout(password) is { } complaint)
            draft.Refuse("password", complaint);
        else if (isSelf && !(Text(draft, "currentPassword") is { } current && passwords.IsOf(draft.Entity, current)))
            draft.Refuse("currentPassword", "Current password is incorrect.");
        else if (draft.IsNew || isSelf || draft.Access.Viewer.IsAdmin)
            passwords.Give(draft.Entity, password!, mustChange: false);
    }

    private static string? Text(Draft<User, UserDto> draft, string attribute) =>
        (draft.Changes.Find(attribute) as PropertyChange<User, UserDto, string?>)?.Value;
}
