using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Seeds a database that has no user yet; in one transaction, so that it has all or nothing.</summary>
internal sealed class Seeder(
    OpenProjectDbContext context,
    IUnitOfWork unitOfWork,
    CurrentActor actor,
    BaseSeeds installation,
    DemoSeeds demo,
    PasswordService passwords,
    ISecretProtection secrets,
    IOptions<SeedOptions> options,
    TimeProvider clock) : ISeeder
{
    private string? GivenKey => Given(options.Value.AdminApiKey);

    private string? GivenPassword => Given(options.Value.AdminPassword);

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await HasBegunAsync(cancellationToken))
            return;
        if (GivenKey is { Length: < SeedOptions.LeastKeyLength })
            throw new InvalidOperationException($"{SeedOptions.Section}:{nameof(SeedOptions.AdminApiKey)} must have at least {SeedOptions.LeastKeyLength} characters.");
        if (GivenPassword is { } password && passwords.ComplaintAbout(password) is { } complaint)
            throw new InvalidOperationException($"{SeedOptions.Section}:{nameof(SeedOptions.AdminPassword)}: {complaint}");

        // The keys of secrets are another connection's, which would wait for the transaction.
        var secret = secrets.Protect(passwords.NewText());
        IReadOnlyList<string> made = [];
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                await SeedLock.TakeAsync(context, token);

                // Another process may have been first while this one waited for its turn.
                made = await HasBegunAsync(token) ? [] : await FillAsync(secret, token);
            },
            cancellationToken);
        foreach (var line in made)
            await Console.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
    }

    private Task<bool> HasBegunAsync(CancellationToken cancellationToken) => context.Set<User>().AnyAsync(cancellationToken);

    // A container's file may pass the variable on although nobody set it.
    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private async Task<IReadOnlyList<string>> FillAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, password) = (GivenKey ?? ApiTokenService.NewText(), GivenPassword ?? passwords.NewText());
        var data = await installation.FillAsync(password, now, cancellationToken);
        actor.ActAs(data.AdminId);
        context.Add(ApiToken.Create(data.AdminId, "First key", ApiTokenService.HashOf(key), expiresAt: null, now));
        await unitOfWork.SaveAsync(cancellationToken);
        await demo.FillAsync(data, options.Value.Demo, secret, cancellationToken);

        // What the demo data tells is no news.
        await context.Set<WorkPackageJournal>().ExecuteUpdateAsync(set => set.SetProperty(j => j.NotifiedAt, now), cancellationToken);
        List<string> made = [];
        if (GivenKey is null)
            made.Add($"The administrator's API key, shown only this once: {key}");
        if (GivenPassword is null)
            made.Add($"The password of the user admin, shown only this once and to be changed at the first sign-in: {password}");
        return made;
    }
}
