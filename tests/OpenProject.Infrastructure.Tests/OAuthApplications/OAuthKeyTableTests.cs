using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.OAuthApplications;

[OnEachDatabase]
internal sealed class OAuthKeyTableTests(DatabaseProvider provider)
{
    private MigratedDatabase database = null!;

    [SetUp]
    public void SetUp() => database = new MigratedDatabase(provider);

    [TearDown]
    public void TearDown() => database.Dispose();

    [Test]
    public async Task Keys_are_made_once_and_stay()
    {
        var first = await GetAsync();
        var again = await GetAsync();

        using var signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(first.Signing.Span, out _);
        Assert.That(signing.KeySize, Is.EqualTo(256));
        Assert.That(first.Encryption.Length, Is.EqualTo(32));
        Assert.That((Text(again)), Is.EqualTo(Text(first)));
    }

    [Test]
    [Repeat(3)]
    public async Task Of_processes_that_start_at_once_all_have_the_same_keys()
    {
        using var barrier = new Barrier(8);

        var sets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            barrier.SignalAndWait();
            return await GetAsync();
        })));

        Assert.That(sets.Select(Text).Distinct(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Another_installation_has_others()
    {
        using var other = new MigratedDatabase(provider);

        Assert.That(Text(await GetAsync(other)), Is.Not.EqualTo(Text(await GetAsync())));
    }

    [Test]
    public async Task Without_its_tables_the_database_cannot_tell()
    {
        await using (var context = database.Open())
            await context.Database.ExecuteSqlRawAsync("drop table oauth_keys");

        Assert.That(Assert.ThrowsAsync<ProblemException>(() => GetAsync())!.Problem, Is.TypeOf<Problem.Unavailable>());
    }

    private static string Text(OAuthKeySet keys) => Convert.ToHexString(keys.Signing.Span) + Convert.ToHexString(keys.Encryption.Span);

    private Task<OAuthKeySet> GetAsync() => GetAsync(database);

    // Each with a gate of its own, as processes have.
    private static async Task<OAuthKeySet> GetAsync(MigratedDatabase database)
    {
        await using var context = database.Open();
        using var gate = new WriteGate(oneAtATime: true);
        return await new OAuthKeyTable(context, gate, database.Clock, NullLogger<OAuthKeyTable>.Instance).GetAsync(default);
    }
}
