using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Groups;
using OpenProject.Application.Users;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;

namespace OpenProject.Testing;

/// <summary>
/// People on a test server beside the administrator, put straight into its database. The demo data has two: <c>mira</c>
/// is a Member of the demo projects, <c>jonas</c> a Reader.
/// </summary>
public static class ApiPeople
{
    /// <summary>A client that calls as the user of that login, who is made when there is none.</summary>
    public static async Task<HttpClient> ClientOfAsync(this ApiServer server, string login)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var user = await UserAsync(scope.ServiceProvider, login);
        var tokens = scope.ServiceProvider.GetRequiredService<ApiTokenService>();
        return server.Client((await tokens.CreateAsync(user.Id, "Tests", expiresOn: null, CancellationToken.None))!.Text);
    }

    /// <summary>Makes an account with a password, ready to sign in.</summary>
    /// <returns>The user's id.</returns>
    public static async Task<long> AccountAsync(this WebApplicationFactory<Program> server, string login, string password, bool mustChange = false, bool isAdmin = false)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var user = User.Create(login, login, "Test", login + "@example.net", Now(services));
        user.Administrate(isAdmin);
        services.GetRequiredService<PasswordService>().Give(user, password, mustChange);
        services.GetRequiredService<IAggregates<User>>().Add(user);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        return user.Id;
    }

    /// <summary>Gives a user a role in a project, or a global role where no project is given.</summary>
    public static async Task JoinAsync(this ApiServer server, string login, long? projectId, string roleName)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (services, store) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IReadStore>());
        var user = await UserAsync(services, login);
        var role = await store.FirstOrDefaultAsync(store.Rows<Role>().Where(r => r.Name == roleName), CancellationToken.None)
            ?? throw new ArgumentException($"There is no role '{roleName}'.", nameof(roleName));
        services.GetRequiredService<IAggregates<Membership>>().Add(Membership.Create(user.Id, projectId, [role.Id], Now(services)));
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    /// <summary>Makes a role of projects with exactly these permissions.</summary>
    public static async Task RoleAsync(this ApiServer server, string name, params string[] permissions)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var role = Role.Create(name, RoleKind.Project, 100, Now(services));
        role.SetPermissions(permissions.Select(p => Permissions.Find(p) ?? throw new ArgumentException($"There is no permission '{p}'.", nameof(permissions))));
        services.GetRequiredService<IAggregates<Role>>().Add(role);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    /// <summary>Makes a group of users and returns its id.</summary>
    public static async Task<long> GroupAsync(this ApiServer server, string name, params string[] logins)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var group = Group.Create(name, Now(services));
        var members = new List<long>();
        foreach (var login in logins)
            members.Add((await UserAsync(services, login)).Id);
        services.GetRequiredService<IAggregates<Group>>().Add(group);
        var unitOfWork = services.GetRequiredService<IUnitOfWork>();
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await unitOfWork.SaveAsync(token);
                await services.GetRequiredService<IGroupMembers>().AddAsync(group.Id, members, token);
            },
            CancellationToken.None);
        return group.Id;
    }

    private static async Task<User> UserAsync(IServiceProvider services, string login)
    {
        var store = services.GetRequiredService<IReadStore>();
        if (await store.FirstOrDefaultAsync(store.Rows<User>().Where(u => u.Login == login), CancellationToken.None) is { } known)
            return known;
        var user = User.Create(login, login, "Test", login + "@example.net", Now(services));
        services.GetRequiredService<IAggregates<User>>().Add(user);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        return user;
    }

    private static DateTime Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
