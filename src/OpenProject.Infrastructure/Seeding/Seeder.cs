using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Seeds a database that has no user yet; in one transaction, so that it has all or nothing.</summary>
internal sealed class Seeder(
    OpenProjectDbContext context,
    IUnitOfWork unitOfWork,
    CurrentActor actor,
    BaseSeeds installation,
    DemoSeeds demo,
    IOptions<SeedOptions> options,
    TimeProvider clock) : ISeeder
{
    // A container's file may pass the variable on although nobody set it.
    private string? GivenKey => string.IsNullOrWhiteSpace(options.Value.AdminApiKey) ? null : options.Value.AdminApiKey;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await HasBegunAsync(cancellationToken))
            return;
        if (GivenKey is { Length: < SeedOptions.LeastKeyLength })
            throw new InvalidOperationException($"{SeedOptions.Section}:{nameof(SeedOptions.AdminApiKey)} must have at least {SeedOptions.LeastKeyLength} characters.");

        string? madeKey = null;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await SeedLock.TakeAsync(context, token);

                // Another process may have been first while this one waited for its turn.
                madeKey = await HasBegunAsync(token) ? null : await FillAsync(token);
            },
            cancellationToken);
        if (madeKey is not null)
            await Console.Out.WriteLineAsync($"The administrator's API key, shown only this once: {madeKey}".AsMemory(), cancellationToken);
    }

    private Task<bool> HasBegunAsync(CancellationToken cancellationToken) => context.Set<User>().AnyAsync(cancellationToken);

    private async Task<string?> FillAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var data = await installation.FillAsync(now, cancellationToken);
        actor.ActAs(data.AdminId);
        var made = GivenKey is null ? ApiTokenService.NewText() : null;
        context.Add(ApiToken.Create(data.AdminId, "First key", ApiTokenService.HashOf(GivenKey ?? made!), expiresAt: null, now));
        await unitOfWork.SaveAsync(cancellationToken);
        await demo.FillAsync(data, options.Value.Demo, cancellationToken);
        return made;
    }
}
