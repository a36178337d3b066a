using OpenProject.Application.Common;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Scim.Users;

/// <summary>Lists, reads and writes users for clients of SCIM.</summary>
public sealed class ScimUserService(ScimUserType type, ScimUserReader reader, IAggregates<User> aggregates, ScimWriting writing, IReadStore store)
    : ScimResourceService<User, ScimUserRow>(type, reader, aggregates, writing)
{
    private readonly ScimUserType type = type;
    private readonly ScimWriting writing = writing;

    /// <inheritdoc/>
    protected override IReadOnlyList<ScimAttribute> KeptByReplacing => [type.Active];

    /// <inheritdoc/>
    protected override User Draft(DateTime now) => User.Draft(now);

    /// <inheritdoc/>
    protected override void Write(User entity, ScimRecord before, ScimRecord after)
    {
        if (before.Text(type.UserName) != after.Text(type.UserName))
            entity.SignInAs(after.Text(type.UserName));
        if (after[type.PersonName] is ScimRecord name)
        {
            if (entity.FirstName != name.Text(type.GivenName))
                entity.CallFirstName(name.Text(type.GivenName));
            if (entity.LastName != name.Text(type.FamilyName))
                entity.CallLastName(name.Text(type.FamilyName));
        }

        if (type.EmailOf(after) is var email && email != entity.Email)
            entity.ReachAt(email);
        if (after.Text(type.DisplayName) is var shown && shown != entity.ProvidedName)
            entity.ProvideName(shown);
        if (after[type.Active] is bool active)
            BeActive(entity, active);
    }

    /// <inheritdoc/>
    protected override async Task<FieldError?> TakenAsync(User entity, ScimRecord before, ScimRecord after, CancellationToken cancellationToken)
    {
        var (id, login, email) = (entity.Id, entity.Login, entity.Email);
        if (before.Text(type.UserName) == login && type.EmailOf(before) == email)
            return null;
        var other = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(user => user.Id != id && (user.Login == login || user.Email == email)).Select(user => new { IsLogin = user.Login == login }), cancellationToken);
        return other is null ? null : other.IsLogin
            ? new FieldError("login", "Username has already been taken.", FieldErrorKind.Taken)
            : new FieldError("email", "Email has already been taken.", FieldErrorKind.Taken);
    }

    /// <inheritdoc/>
    protected override async Task GuardAsync(long id, CancellationToken cancellationToken)
    {
        var admins = store.Rows<User>().Where(user => user.Kind == PrincipalKind.User && user.Admin && user.Status == UserStatus.Active);
        if (!await store.AnyAsync(admins.Where(user => user.Id == id), cancellationToken))
            return;

        // Two who go at the same moment must not count on each other.
        await writing.Locks.TakeAdministratorsAsync(cancellationToken);
        if (!await store.AnyAsync(admins.Where(user => user.Id != id), cancellationToken))
            throw new ProblemException(new Problem.Forbidden("The last active administrator is neither locked nor removed."));
    }

    /// <inheritdoc/>
    protected override Task GuardAsync(long id, ScimRecord before, ScimRecord after, CancellationToken cancellationToken) =>
        before[type.Active] is true && after[type.Active] is false ? GuardAsync(id, cancellationToken) : Task.CompletedTask;

    // Who was invited or has registered is locked by nobody but administrators; false is what he is told as already.
    private static void BeActive(User user, bool active)
    {
        if (user.Id == 0)
            user.BeginAs(active ? UserStatus.Active : UserStatus.Locked);
        else if (active && user.CanBeUnlocked)
            user.Unlock();
        else if (active && user.Status != UserStatus.Active)
            user.Activate();
        else if (!active && user.Status == UserStatus.Active)
            user.Lock();
    }
}
