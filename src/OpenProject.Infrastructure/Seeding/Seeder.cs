using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using OpenProject.Domain.Workflows;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Seeds a database that has no administrator yet.</summary>
internal sealed class Seeder(
    OpenProjectDbContext context,
    IUnitOfWork unitOfWork,
    CurrentActor actor,
    DemoSeeds demo,
    LargeSeeds large,
    IOptions<SeedOptions> options,
    TimeProvider clock)
    : ISeeder
{
    private const int LeastKeyLength = 20;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Set<User>().AnyAsync(cancellationToken))
            return;
        string? madeKey = null;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await TakeTurnAsync(token);

                // Another process may have been first while this one waited for its turn.
                madeKey = await context.Set<User>().AnyAsync(token) ? null : await FillAsync(token);
            },
            cancellationToken);
        if (madeKey is not null)
            await Console.Out.WriteLineAsync($"The administrator's API key, shown only this once: {madeKey}");
    }

    // SQLite has one writer anyway; on a server the lock goes with the transaction.
    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlServer())
            return;
        await context.Database.ExecuteSqlRawAsync(
            "EXEC sp_getapplock @Resource = N'openproject-seed', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = -1;",
            cancellationToken);
    }

    private async Task<string?> FillAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var admin = User.Create("admin", "OpenProject", "Admin", "admin@example.net", now);
        admin.Administrate(admin: true);
        admin.SetPassword(new PasswordHasher<User>().HashPassword(admin, "admin"), forceChange: true);
        context.AddRange(AnonymousUser.Builtin(now), SystemUser.Builtin(now), DeletedUser.Builtin(now), admin);
        var (roles, types, statuses, priorities) =
            (RoleSeeds.Create(now), WorkPackageSeeds.Types(now), WorkPackageSeeds.Statuses(now), WorkPackageSeeds.Priorities(now));
        await SaveInOrderAsync(roles, cancellationToken);
        await SaveInOrderAsync(types, cancellationToken);
        await SaveInOrderAsync(statuses, cancellationToken);
        await SaveInOrderAsync(priorities, cancellationToken);
        foreach (var type in types)
        {
            var passed = statuses.Where(s => WorkPackageSeeds.StatusesOfTypes[type.Name].Contains(s.Name)).ToList();
            context.AddRange(
                from role in roles.Where(r => r.Name is "Member" or "Project admin")
                from before in passed
                from after in passed
                where before != after
                select Workflow.Allow(type.Id, before.Id, after.Id, role.Id));
        }

        // A container's file may pass the variable on although nobody set it.
        var given = string.IsNullOrWhiteSpace(options.Value.AdminApiKey) ? null : options.Value.AdminApiKey;
        if (given is { Length: < LeastKeyLength })
            throw new InvalidOperationException($"Seed:AdminApiKey must have at least {LeastKeyLength} characters.");
        var key = given ?? "opapi-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        context.Add(ApiToken.Create(admin.Id, "First key", ApiTokenService.HashOf(key), expiresAt: null, now));
        await unitOfWork.SaveAsync(cancellationToken);
        actor.ActAs(admin.Id);
        if (options.Value.Demo != DemoData.None)
            await demo.FillAsync(admin.Id, roles, types, statuses, priorities, now, cancellationToken);
        if (options.Value.Demo == DemoData.Large)
            await large.FillAsync(admin.Id, roles, types, statuses, priorities, now, cancellationToken);
        return given is null ? key : null;
    }

    // One at a time, so that ids grow with the position on every provider.
    private async Task SaveInOrderAsync<T>(IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var row in rows)
        {
            context.Add(row);
            await unitOfWork.SaveAsync(cancellationToken);
        }
    }
}
