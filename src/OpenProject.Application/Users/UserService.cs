using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>Lists, reads and writes users. Where one user is meant, the key is an id, a login, or <c>me</c>.</summary>
public sealed class UserService(
    ResourceReader reader,
    GuardedReads guard,
    ResourceWriter writer,
    UserResource resource,
    UserPlan plan,
    PasswordService passwords,
    UserKeyService keys,
    IPrincipalRemoval removal,
    IUnitOfWork unitOfWork)
{
    /// <summary>All people, for those who manage users, or members anywhere, or share work packages.</summary>
    public async Task<Page<UserDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(Permission.ManageUser, Permission.ManageMembers, Permission.ShareWorkPackages);
        return await ListVisibleAsync(query, cancellationToken);
    }

    /// <summary>The people that the viewer may see, whoever he is.</summary>
    public async Task<Page<UserDto>> ListVisibleAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        // Whose address may be searched depends on them.
        await reader.Access.GlobalAsync();
        return await reader.ListAsync(resource, query, reader.Visible(resource).Where(u => u.Kind == PrincipalKind.User), cancellationToken);
    }

    /// <summary>One user; leaves as not found when the viewer may not see him.</summary>
    public async Task<Document<UserDto>> FindAsync(string key, CancellationToken cancellationToken) =>
        await reader.FindAsync(resource, await keys.IdOfAsync(key, cancellationToken), cancellationToken);

    /// <summary>Stores a new account.</summary>
    public async Task<Document<UserDto>> CreateAsync(ChangeSet<User, UserDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(plan.Writes, User.Draft(writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores a new account by the same rules.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">Its password.</param>
    /// <param name="mustChange">Whether the password opens nothing but the page that changes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ProblemException">What was said is no good, attribute by attribute, or the viewer may not.</exception>
    public async Task<long> CreateAsync(NewAccount account, string password, bool mustChange, CancellationToken cancellationToken)
    {
        var changes = ChangeSet<User, UserDto>.Empty
            .With(resource, "login", account.Login).With(resource, "email", (string?)account.Email)
            .With(resource, "firstName", account.FirstName).With(resource, "lastName", account.LastName)
            .With(resource, "admin", account.Admin).With(resource, "password", (string?)password);
        long id = 0;
        await unitOfWork.InTransactionAsync(
            async transaction =>
            {
                var user = await writer.CreateAsync(plan.Writes, User.Draft(writer.Now), changes, transaction);
                id = user.Id;
                if (!mustChange)
                    return;
                passwords.Give(user, password, mustChange);
                await unitOfWork.SaveAsync(transaction);
            },
            cancellationToken);
        return id;
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<UserDto>> UpdateAsync(string key, ChangeSet<User, UserDto> changes, CancellationToken cancellationToken)
    {
        var id = await keys.IdOfAsync(key, cancellationToken);
        await writer.UpdateAsync(plan.Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>The form for a new account.</summary>
    public Task<Form<User, UserDto>> CreateFormAsync(ChangeSet<User, UserDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(plan.Writes, User.Draft(writer.Now), changes, FormLinks.Create(UserResource.Location.Value), cancellationToken);

    /// <summary>The form for changes.</summary>
    public async Task<Form<User, UserDto>> UpdateFormAsync(string key, ChangeSet<User, UserDto> changes, CancellationToken cancellationToken)
    {
        var id = await keys.IdOfAsync(key, cancellationToken);
        return await writer.UpdateFormAsync(plan.Writes, id, changes, FormLinks.Update(UserResource.Location.Of(id)), cancellationToken);
    }

    /// <summary>The schema of users.</summary>
    public Task<SchemaDocument> SchemaAsync(CancellationToken cancellationToken) =>
        writer.SchemaAsync(resource, User.Draft(writer.Now), UserResource.Location.Value + "/schema", cancellationToken);

    /// <summary>Shuts a user out; who is shut out stays so.</summary>
    public Task<Document<UserDto>> LockAsync(string key, CancellationToken cancellationToken) =>
        ChangeStatusAsync(key, UserStatus.Locked, user => user.CanBeLocked, user => user.Lock(), cancellationToken);

    /// <summary>Lets a locked user in again; who is active stays so.</summary>
    public Task<Document<UserDto>> UnlockAsync(string key, CancellationToken cancellationToken) =>
        ChangeStatusAsync(key, UserStatus.Active, user => user.CanBeUnlocked, user => user.Unlock(), cancellationToken);

    /// <summary>Removes a user; what he wrote stays, as the deleted user's.</summary>
    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var (user, row) = await writer.TakeAsync(plan.Writes, await keys.IdOfAsync(key, cancellationToken), cancellationToken);
        if (!UserContract.MayDelete(row, reader.Access))
            throw new ProblemException(new Problem.Forbidden());
        await unitOfWork.InTransactionAsync(token => removal.RemoveAsync(user.Id, token), cancellationToken);
    }

    private async Task<Document<UserDto>> ChangeStatusAsync(
        string key, UserStatus wanted, Func<User, bool> isPossible, Action<User> change, CancellationToken cancellationToken)
    {
        var (user, row) = await writer.TakeAsync(plan.Writes, await keys.IdOfAsync(key, cancellationToken), cancellationToken);
        if (!UserContract.MayLock(row, reader.Access))
            throw new ProblemException(new Problem.Forbidden());
        if (user.Status == wanted)
            return await reader.WrittenAsync(resource, user.Id, cancellationToken);
        if (!isPossible(user))
            throw new ProblemException(new Problem.InvalidUserStatusTransition());
        change(user);
        await unitOfWork.SaveAsync(cancellationToken);
        return await reader.WrittenAsync(resource, user.Id, cancellationToken);
    }
}
