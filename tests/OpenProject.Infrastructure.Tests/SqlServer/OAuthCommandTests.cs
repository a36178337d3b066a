using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.SqlServerCheck;
using OpenProject.Testing.SqlServer;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Infrastructure.Tests.SqlServer;

/// <summary>What OpenIddict's stores and the ports over them would send.</summary>
internal sealed class OAuthCommandTests
{
    private static readonly StatementCheck Check = new(RecordingContext.CreateScript);
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private CommandRecorder recorder = null!;
    private ServiceProvider services = null!;
    private AsyncServiceScope scope;

    [SetUp]
    public void SetUp()
    {
        recorder = new CommandRecorder();
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<ChangeSignal>()
            .AddSingleton(_ => new WriteGate(oneAtATime: false))
            .AddScoped<OpenProjectDbContext>(_ => RecordingContext.Open(recorder))
            .AddOAuthApplications().BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    [TearDown]
    public async Task TearDown()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }

    [Test]
    public async Task Clients_authorizations_and_tokens_are_looked_up()
    {
        await Get<IOpenIddictApplicationManager>().FindByClientIdAsync("planner");
        await Get<IOpenIddictTokenManager>().FindByReferenceIdAsync("token");
        await Get<IOpenIddictTokenManager>().FindByIdAsync("1");
        await Get<IOpenIddictAuthorizationManager>().FindByIdAsync("1");
        await foreach (var _ in Get<IOpenIddictAuthorizationManager>().FindAsync("1", "2", OpenIddictConstants.Statuses.Valid, AuthorizationTypes.Permanent, ["api_v3"]))
            Assert.Fail("There is none.");
        await Get<IOAuthGrants>().ListAsync(1, default);

        Assert.That(recorder.Statements, Has.Count.GreaterThanOrEqualTo(6));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task What_is_revoked_or_removed_is_so_in_statements()
    {
        await Get<IOpenIddictTokenManager>().RevokeByAuthorizationIdAsync("1");
        await Get<IOAuthClients>().RevokeAsync(1, default);
        await Get<IOAuthClients>().RemoveTokensAsync(1, default);
        await Get<IOAuthGrants>().RevokeAsync(1, 2, default);
        await OAuthPruning.PruneAsync(Get<OpenProjectDbContext>(), Now, default);

        Assert.That(recorder.Statements, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public void Keys_are_asked_for_and_made()
    {
        Assert.ThrowsAsync<InvalidOperationException>(() => Get<IOAuthKeys>().GetAsync(default), "The recorder stores nothing.");

        Assert.That(recorder.Statements.Select(s => s.Text), Has.Some.StartsWith("insert into oauth_keys"));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    private T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
