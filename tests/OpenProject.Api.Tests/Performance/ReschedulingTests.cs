using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Performance;

/// <summary>What it costs to move a work package that very many follow.</summary>
public sealed class ReschedulingTests
{
    private const int Few = 10;
    private const int Many = 1000;
    private const int Batch = 250;

    // To change, to amend and to tell; a fourth where something is derived.
    private const int StatementsABatch = 4;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    private readonly Statements statements = new();
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start() => client = (server = new ApiServer
    {
        TestServices = services => services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(statements)),
    }).Client();

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_thousand_successors_move_in_one_transaction_by_the_batch()
    {
        var few = await MoveAsync(Few, "2026-03-09");
        var watch = Stopwatch.StartNew();
        var many = await MoveAsync(Many, "2026-04-06", watch);

        Assert.That(watch.Elapsed, Is.LessThan(Most));
        var writes = many.Where(sent => sent.Text.Contains("UPDATE work_packages", StringComparison.OrdinalIgnoreCase) || sent.Text.Contains("\"work_packages\" SET") || sent.Text.Contains("INSERT INTO work_package_journals")).ToList();
        Assert.That(writes, Has.Count.GreaterThan(2));
        Assert.That(writes.Select(sent => sent.Transaction).Distinct().Count(), Is.EqualTo(1), "All of it, or nothing.");
        Assert.That(writes[0].Transaction, Is.Not.Null);
        Assert.That(many, Has.Count.LessThanOrEqualTo(few.Count + (Many / Batch * StatementsABatch)));
    }

    // Moves a predecessor so far that those who follow it begin on a day, and sees that they do.
    private async Task<IReadOnlyList<Sent>> MoveAsync(int successors, string day, Stopwatch? watch = null)
    {
        var (first, self) = await MadeAsync("First");
        var (model, modelSelf) = await MadeAsync("Follows");
        var relation = await client.PostJsonAsync($"{modelSelf}/relations", new { type = "follows", _links = new { to = new { href = self } } });
        Assert.That(relation.Status, Is.EqualTo(HttpStatusCode.Created), relation.ToString());
        await MultiplyAsync(model, relation["id"].GetInt64(), successors - 1);
        var lockVersion = (await client.GetJsonAsync(self))["lockVersion"].GetInt32();
        var before = DateOnly.Parse(day).AddDays(-3).ToString("yyyy-MM-dd");

        statements.Take();
        watch?.Restart();
        var moved = await client.PatchJsonAsync(self, new { lockVersion, dueDate = before });
        watch?.Stop();
        var sent = statements.Take();

        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
        var filters = Uri.EscapeDataString($$$"""[{"follows":{"operator":"=","values":["{{{first}}}"]}},{"startDate":{"operator":"=d","values":["{{{day}}}"]}}]""");
        Assert.That((await client.GetJsonAsync($"/api/v3/work_packages?pageSize=0&filters={filters}"))["total"].GetInt32(), Is.EqualTo(successors));
        return sent;
    }

    private async Task<(long Id, string Self)> MadeAsync(string subject)
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject, startDate = "2026-03-02", dueDate = "2026-03-02" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return (made["id"].GetInt64(), made["_links/self/href"].GetString()!);
    }

    // More rows like one that was made over HTTP, as fast as the database copies them.
    private async Task MultiplyAsync(long work, long relation, int times)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database;
        var last = await database.SqlQueryRaw<long>("SELECT max(id) AS \"Value\" FROM work_packages").SingleAsync();
        await CopyAsync("work_packages", work, "id", $"{last} + i");
        await CopyAsync("relations", relation, "from_id", $"{last} + i");
        await database.ExecuteSqlRawAsync("INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth) SELECT id, id, 0 FROM work_packages WHERE id > {0}", last);

        async Task CopyAsync(string table, long id, string differing, string value)
        {
            var columns = await database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pragma_table_info({0}) WHERE name NOT IN ('id', {1})", table, differing).ToListAsync();
            var same = string.Join(", ", columns);
            var copy = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) INSERT INTO {table} ({same}, {differing}) SELECT {same}, {value} FROM {table}, n WHERE {table}.id = {id}";
            await database.ExecuteSqlRawAsync(copy);
        }
    }

    private sealed record Sent(DbTransaction? Transaction, string Text);

    private sealed class Statements : DbCommandInterceptor
    {
        private ConcurrentQueue<Sent> noted = new();

        public IReadOnlyList<Sent> Take() => [.. Interlocked.Exchange(ref noted, new())];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        private void Note(DbCommand command) => noted.Enqueue(new Sent(command.Transaction, command.CommandText));
    }
}
