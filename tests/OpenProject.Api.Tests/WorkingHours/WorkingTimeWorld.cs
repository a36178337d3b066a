using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Roles;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.WorkingHours;

/// <summary>
/// Who may say when users work: <c>planner</c> for himself, <c>manager</c> for everybody whom he sees, of which <c>member</c> is
/// one; others for nobody. Planner and manager are Readers in the public project.
/// </summary>
public static class WorkingTimeWorld
{
    /// <summary>Starts the server.</summary>
    public static async Task<PermissionWorld> StartAsync(DatabaseProvider provider)
    {
        var world = await PermissionWorld.StartAsync(provider, ("planner", "planner"), ("manager", "manager"));
        await using (var scope = world.Server.Services.CreateAsyncScope())
        {
            var (roles, now) = (scope.ServiceProvider.GetRequiredService<IAggregates<Role>>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            foreach (var (name, permission) in new[] { ("Planner", Permissions.ManageOwnWorkingTimes), ("Manager", Permissions.ManageWorkingTimes) })
            {
                var role = Role.Create(name, RoleKind.Global, 20, now);
                role.SetPermissions([permission]);
                roles.Add(role);
            }

            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        }

        var project = (await world["admin"].GetJsonAsync(world.Projects["public"]))["id"].GetInt64();
        foreach (var (login, role) in new[] { ("planner", "Planner"), ("manager", "Manager") })
        {
            await world.Server.JoinAsync(login, null, role);
            await world.Server.JoinAsync(login, project, "Reader");
        }

        return world;
    }
}
