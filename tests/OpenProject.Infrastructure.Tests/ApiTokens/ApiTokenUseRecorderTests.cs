using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.ApiTokens;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.ApiTokens;

[OnEachDatabase]
internal sealed class ApiTokenUseRecorderTests(DatabaseProvider provider)
{
    private readonly WriteGate gate = new(oneAtATime: provider == DatabaseProvider.Sqlite);
    private readonly Logged logged = new();
    private MigratedDatabase database = null!;
    private ServiceProvider services = null!;
    private ApiTokenUseRecorder recorder = null!;
    private ApiToken token = null!;
    private Func<OpenProjectDbContext> open = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        var user = User.Create("ada", "Ada", "Lovelace", "ada@example.net", database.Now);
        await database.StoreAsync(user);
        token = ApiToken.Create(user.Id, "script", new string('a', ApiToken.HashLength), expiresAt: null, database.Now);
        await database.StoreAsync(token);
        open = database.Open;
        services = new ServiceCollection().AddScoped(_ => open()).BuildServiceProvider();
        recorder = new ApiTokenUseRecorder(services.GetRequiredService<IServiceScopeFactory>(), gate, logged);
        logged.Errors.Clear();
    }

    [TearDown]
    public async Task TearDown()
    {
        recorder.Dispose();
        await services.DisposeAsync();
        database.Dispose();
    }

    [OneTimeTearDown]
    public void CloseGate() => gate.Dispose();

    [Test]
    public async Task What_was_noted_is_stored_before_the_server_stops()
    {
        await recorder.StartAsync(default);
        recorder.Note(token.Id, database.Now);
        await recorder.StopAsync(default);

        Assert.That(await LastUseAsync(), Is.EqualTo(database.Now));
        Assert.That(logged.Errors, Is.Empty);
    }

    [Test]
    public async Task A_use_within_the_minute_changes_nothing()
    {
        var first = database.Now;
        recorder.Note(token.Id, first);
        await recorder.StartAsync(default);
        await UntilAsync(async () => await LastUseAsync() is not null);

        recorder.Note(token.Id, first.AddSeconds(59));
        await recorder.StopAsync(default);

        Assert.That(await LastUseAsync(), Is.EqualTo(first));
    }

    [Test]
    public async Task A_failure_is_logged_and_the_next_use_stored()
    {
        open = () => throw new InvalidOperationException("no database");
        await recorder.StartAsync(default);
        recorder.Note(token.Id, database.Now);
        await UntilAsync(() => Task.FromResult(logged.Errors.Count == 1));

        open = database.Open;
        await UntilAsync(async () =>
        {
            recorder.Note(token.Id, database.Now);
            return await LastUseAsync() is not null;
        });
        await recorder.StopAsync(default);

        Assert.That(logged.Errors.Single(), Does.Contain($"{token.Id}"));
    }

    [Test]
    public async Task It_ends_in_peace_when_it_is_disposed_without_being_stopped()
    {
        recorder.Note(token.Id, database.Now);
        await recorder.StartAsync(default);
        await UntilAsync(async () => await LastUseAsync() is not null);
        recorder.Dispose();

        await recorder.ExecuteTask!;

        Assert.That(logged.Errors, Is.Empty);
    }

    private async Task<DateTime?> LastUseAsync()
    {
        await using var context = database.Open();
        return await context.Set<ApiToken>().Select(t => t.LastUsedAt).SingleAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(5, limit.Token);
    }

    private sealed class Logged : ILogger<ApiTokenUseRecorder>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Errors.Add(formatter(state, exception));
    }
}
