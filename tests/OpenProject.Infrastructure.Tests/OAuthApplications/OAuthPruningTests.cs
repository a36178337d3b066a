using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.OAuthApplications;

[OnEachDatabase]
internal sealed class OAuthPruningTests(DatabaseProvider provider)
{
    private MigratedDatabase database = null!;
    private OpenProjectDbContext context = null!;
    private OAuthClient client = null!;

    [SetUp]
    public async Task SetUp()
    {
        database = new MigratedDatabase(provider);
        context = database.Open();
        var ada = User.Create("ada", "Ada", "Lovelace", "ada@example.net", database.Now);
        context.Add(ada);
        await context.SaveChangesAsync();
        var application = OAuthApplication.Register("planner", confidential: true, ada.Id, database.Now);
        application.Rename("Planner");
        context.Add(application);
        await context.SaveChangesAsync();
        client = new OAuthClient { Id = application.Id, ClientId = "planner" };
        context.Add(client);
        await context.SaveChangesAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        await context.DisposeAsync();
        database.Dispose();
    }

    [Test]
    public async Task What_works_stays_and_so_does_what_has_just_ended()
    {
        var signIn = Given("ad-hoc", "valid", daysAgo: 100);
        Add("refresh", signIn, "valid", createdDaysAgo: 100, endsInDays: null);
        Add("access", signIn, "valid", createdDaysAgo: 0, endsInDays: 1);
        Add("spent", signIn, "redeemed", createdDaysAgo: 13, endsInDays: null);
        Add("expired", signIn, "valid", createdDaysAgo: 13, endsInDays: -12);
        Given("permanent", "valid", daysAgo: 1000);

        await PruneAsync();

        Assert.That(await TokensAsync(), Is.EquivalentTo(new[] { "refresh", "access", "spent", "expired" }));
        Assert.That(await context.Set<OAuthAuthorization>().CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_ended_long_ago_goes_with_the_sign_in_it_was_the_last_of()
    {
        var (over, going) = (Given("ad-hoc", "valid", daysAgo: 100), Given("ad-hoc", "valid", daysAgo: 100));
        Add("spent", over, "redeemed", createdDaysAgo: 15, endsInDays: null);
        Add("expired", over, "valid", createdDaysAgo: 15, endsInDays: -14);
        Add("revoked", going, "revoked", createdDaysAgo: 15, endsInDays: null);
        Add("refresh", going, "valid", createdDaysAgo: 15, endsInDays: null);
        Given("permanent", "revoked", daysAgo: 15);

        await PruneAsync();

        Assert.That(await TokensAsync(), Is.EquivalentTo(new[] { "refresh" }));
        Assert.That(await context.Set<OAuthAuthorization>().Select(row => row.Id).ToListAsync(), Is.EqualTo(new[] { going.Id }));
    }

    [Test]
    public async Task Strangers_that_nobody_lets_in_are_forgotten_after_a_day()
    {
        var nobody = AnonymousUser.Builtin(database.Now);
        context.Add(nobody);
        await context.SaveChangesAsync();
        await RegisterAsync("fresh", nobody.Id, hoursAgo: 23);
        await RegisterAsync("unused", nobody.Id, hoursAgo: 25);
        var (asked, remembered) = (await RegisterAsync("asked", nobody.Id, hoursAgo: 25), await RegisterAsync("remembered", nobody.Id, hoursAgo: 10_000));
        context.Add(new OAuthToken { Application = asked, Status = "valid", Subject = "1", Type = "token", ReferenceId = "code", CreationDate = database.Now });
        context.Add(new OAuthAuthorization { Application = remembered, Type = "permanent", Status = "valid", Subject = "1", CreationDate = database.Now });

        await PruneAsync();

        Assert.That(
            await context.Set<OAuthApplication>().Select(a => a.ClientId).ToListAsync(), Is.EquivalentTo(new[] { "planner", "fresh", "asked", "remembered" }));
        Assert.That(await context.Set<OAuthClient>().CountAsync(), Is.EqualTo(4));
    }

    private async Task<OAuthClient> RegisterAsync(string name, long ownerId, int hoursAgo)
    {
        var application = OAuthApplication.Register(name, confidential: true, ownerId, database.Now.AddHours(-hoursAgo));
        application.Rename(name);
        context.Add(application);
        await context.SaveChangesAsync();
        var row = new OAuthClient { Id = application.Id, ClientId = name };
        context.Add(row);
        await context.SaveChangesAsync();
        return row;
    }

    private OAuthAuthorization Given(string type, string status, int daysAgo)
    {
        var given = new OAuthAuthorization { Application = client, Type = type, Status = status, Subject = "1", CreationDate = database.Now.AddDays(-daysAgo) };
        context.Add(given);
        return given;
    }

    private void Add(string name, OAuthAuthorization given, string status, int createdDaysAgo, int? endsInDays) => context.Add(new OAuthToken
    {
        Application = client,
        Authorization = given,
        Status = status,
        Subject = "1",
        Type = "token",
        ReferenceId = name,
        CreationDate = database.Now.AddDays(-createdDaysAgo),
        ExpirationDate = endsInDays is { } days ? database.Now.AddDays(days) : null,
    });

    private async Task PruneAsync()
    {
        await context.SaveChangesAsync();
        await OAuthPruning.PruneAsync(context, database.Now, default);
    }

    private Task<List<string?>> TokensAsync() => context.Set<OAuthToken>().Select(token => token.ReferenceId).ToListAsync();
}
