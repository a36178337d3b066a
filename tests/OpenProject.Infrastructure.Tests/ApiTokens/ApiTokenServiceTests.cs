using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Common;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.ApiTokens;

[OnEachDatabase]
internal sealed partial class ApiTokenServiceTests(DatabaseProvider provider)
{
    private readonly NotedUses uses = new();
    private readonly StatementCounter counter = new();
    private MigratedDatabase database = null!;
    private OpenProjectDbContext context = null!;
    private ApiTokenService service = null!;
    private User ada = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        ada = User.Create("ada", "Ada", "Lovelace", "ada@example.net", database.Now);
        await database.StoreAsync(ada, AnonymousUser.Builtin(database.Now));
        context = database.Open(counter);
        service = new ApiTokenService(
            new EfReadStore(context, new CompiledQueries()), new EfAggregates<ApiToken>(context), database.UnitOfWork(context, ada.Id), uses, new ApiTokenMemory(new ChangeSignal(), database.Clock), database.Clock);
        uses.Ids.Clear();
        counter.Statements.Clear();
    }

    [TearDown]
    public void TearDown()
    {
        context.Dispose();
        database.Dispose();
    }

    [Test]
    public async Task A_token_stands_for_its_owner_and_only_its_digest_is_kept()
    {
        var text = await CreateAsync();

        var (viewer, failure) = await service.AuthenticateAsync(text, default);

        Assert.That(failure, Is.Null);
        Assert.That((viewer!.UserId, viewer.Name, viewer.IsAdmin, viewer.IsAnonymous), Is.EqualTo((ada.Id, "Ada Lovelace", false, false)));
        Assert.That(text, Does.Match("^opapi-[0-9a-f]{40}$"));
        Assert.That((await context.Set<ApiToken>().SingleAsync()).TokenHash, Is.EqualTo(ApiTokenService.HashOf(text)).And.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public async Task Authenticating_is_one_statement_by_the_index()
    {
        var text = await CreateAsync();
        counter.Statements.Clear();

        await service.AuthenticateAsync(text, default);

        Assert.That(counter.Statements, Has.Count.EqualTo(1));
        if (provider == DatabaseProvider.Sqlite)
            Assert.That(await PlanOfAsync(counter.Statements[0]), Does.Contain("USING INDEX IX_api_tokens_token_hash").And.Not.Contain("SCAN"));
    }

    [TestCase("opapi-0000000000000000000000000000000000000000")]
    [TestCase("")]
    [TestCase("OPAPI")]
    public async Task What_is_no_token_is_unknown(string text)
    {
        await CreateAsync();

        Assert.That(await service.AuthenticateAsync(text, default), Is.EqualTo(((Viewer?)null, (ApiTokenFailure?)ApiTokenFailure.Unknown)));
    }

    [Test]
    public async Task A_token_works_to_the_end_of_its_last_day()
    {
        var text = await CreateAsync(expiresOn: DateOnly.FromDateTime(database.Now));

        database.Clock.Advance(database.Now.Date.AddDays(1).AddSeconds(-1) - database.Now);
        Assert.That((await service.AuthenticateAsync(text, default)).Failure, Is.Null);

        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await service.AuthenticateAsync(text, default)).Failure, Is.EqualTo(ApiTokenFailure.Expired));
    }

    [TestCase(UserStatus.Locked, ApiTokenFailure.UserLocked)]
    [TestCase(UserStatus.Invited, ApiTokenFailure.UserGone)]
    [TestCase(UserStatus.Registered, ApiTokenFailure.UserGone)]
    public async Task Only_active_owners_come_in(UserStatus status, ApiTokenFailure expected)
    {
        var text = await CreateAsync();
        await context.Set<User>().Where(u => u.Id == ada.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Status, status));

        Assert.That((await service.AuthenticateAsync(text, default)).Failure, Is.EqualTo(expected));
        Assert.That(await service.CreateAsync(ada.Id, "another", expiresOn: null, default), Is.Null);
    }

    [Test]
    public async Task Use_is_noted_once_a_minute()
    {
        var text = await CreateAsync();
        var id = await context.Set<ApiToken>().Select(t => t.Id).SingleAsync();

        await service.AuthenticateAsync(text, default);
        await context.Set<ApiToken>().ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, database.Now));
        database.Clock.Advance(TimeSpan.FromSeconds(59));
        await service.AuthenticateAsync(text, default);
        Assert.That(uses.Ids, Is.EqualTo(new[] { id }));

        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await service.AuthenticateAsync(text, default);
        Assert.That(uses.Ids, Is.EqualTo(new[] { id, id }));
    }

    [Test]
    public async Task Only_people_get_tokens_and_what_is_said_of_them_must_be_good()
    {
        var anonymous = await context.Set<AnonymousUser>().Select(u => u.Id).SingleAsync();

        Assert.That(await service.CreateAsync(anonymous, "script", expiresOn: null, default), Is.Null);
        Assert.That(await service.CreateAsync(4711, "script", expiresOn: null, default), Is.Null);
        Assert.That(() => service.CreateAsync(ada.Id, " ", expiresOn: null, default), Throws.TypeOf<BrokenRule>());
        Assert.That(() => service.CreateAsync(ada.Id, "old", new DateOnly(2020, 1, 1), default), Throws.TypeOf<BrokenRule>());
    }

    [Test]
    public async Task Tokens_are_listed_for_their_owner_the_newest_first()
    {
        await CreateAsync(expiresOn: new DateOnly(2999, 12, 31));
        var second = await service.CreateAsync(ada.Id, "second", expiresOn: null, default);

        var listed = await service.ListAsync(ada.Id, default);

        Assert.That(listed.Select(t => (t.Name, t.ExpiresOn)), Is.EqualTo(new[] { ("second", (DateOnly?)null), ("script", new DateOnly(2999, 12, 31)) }));
        Assert.That(listed[0].Id, Is.EqualTo(second!.Id));
        Assert.That(await service.ListAsync(4711, default), Is.Empty);
    }

    [Test]
    public async Task A_revoked_token_is_unknown_and_nobody_revokes_anothers()
    {
        var (id, text) = (await service.CreateAsync(ada.Id, "script", expiresOn: null, default))!;

        Assert.That(() => service.RevokeAsync(id, ada.Id + 1, default), Throws.TypeOf<ProblemException>());
        Assert.That((await service.AuthenticateAsync(text, default)).Failure, Is.Null);

        Assert.That(await service.RevokeAsync(id, ada.Id, default), Is.EqualTo("script"));
        database.Clock.Advance(TimeSpan.FromSeconds(1)); // this memory hears nothing of the unit of work
        Assert.That((await service.AuthenticateAsync(text, default)).Failure, Is.EqualTo(ApiTokenFailure.Unknown));
        Assert.That(() => service.RevokeAsync(id, ownerId: null, default), Throws.TypeOf<ProblemException>());
    }

    [Test]
    public async Task There_is_an_end_to_the_tokens_of_a_user()
    {
        for (var count = 0; count < ApiTokenService.MostTokens; count++)
            context.Add(ApiToken.Create(ada.Id, "script", ApiTokenService.HashOf($"{count}"), expiresAt: null, database.Now));
        await context.SaveChangesAsync();

        Assert.That(() => service.CreateAsync(ada.Id, "one more", expiresOn: null, default), Throws.TypeOf<BrokenRule>().With.Message.Contain("100"));
    }

    [Test]
    public async Task Nobody_is_read_once()
    {
        var (viewers, store) = (new BuiltinViewers(), new EfReadStore(context, new CompiledQueries()));
        var first = await viewers.NobodyAsync(store, default);
        var second = await viewers.NobodyAsync(store, default);

        Assert.That(first, Is.SameAs(second));
        Assert.That((first.Name, first.IsAnonymous, first.IsAdmin), Is.EqualTo(("Anonymous", true, false)));
        Assert.That(counter.Statements, Has.Count.EqualTo(1));
    }

    private async Task<string> CreateAsync(DateOnly? expiresOn = null) =>
        (await service.CreateAsync(ada.Id, "script", expiresOn, default))?.Text ?? throw new AssertionException("No such user.");

    private async Task<string> PlanOfAsync(string statement)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in ParameterNames().Matches(statement).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "x");
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await rows.ReadAsync())
            steps.Add(rows.GetString(3));
        return string.Join('\n', steps);
    }

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1000)]
    private static partial Regex ParameterNames();

    private sealed class NotedUses : IApiTokenUses
    {
        public List<long> Ids { get; } = [];

        public void Note(long tokenId, DateTime usedAt) => Ids.Add(tokenId);
    }
}
