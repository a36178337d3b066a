using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using OpenProject.SqlServerCheck;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

internal sealed class ObservedReadStoreTests
{
    private CommandRecorder recorder = null!;
    private MigratedDatabase database = null!;
    private OpenProjectDbContext context = null!;
    private ServiceProvider services = null!;
    private IReadStore store = null!;

    [SetUp]
    public void SetUp()
    {
        recorder = new CommandRecorder();
        database = new MigratedDatabase(DatabaseProvider.Sqlite);
        context = database.Open();
        services = new ServiceCollection().AddScoped<OpenProjectDbContext>(_ => context).AddSingleton<CompiledQueries>().AddScoped<IReadStore, EfReadStore>()
            .ObserveForSqlServer(recorder).BuildServiceProvider();
        store = services.CreateScope().ServiceProvider.GetRequiredService<IReadStore>();
    }

    [TearDown]
    public async Task TearDown()
    {
        await services.DisposeAsync();
        await context.DisposeAsync();
        database.Dispose();
    }

    [Test]
    public async Task A_query_with_all_that_lambdas_capture_is_noted_in_the_other_dialect_and_answered_in_its_own()
    {
        List<long> ids = [1, 2, 3];
        var pattern = Text.Containing("50%");
        var visible = store.Rows<Membership>().Where(m => m.PrincipalId == 1).Select(m => m.ProjectId!.Value);
        var rows = store.Rows<WorkPackage>().Where(w => visible.Contains(w.ProjectId) && ids.Contains(w.Id) && Text.Like(w.Subject, pattern)
            && store.Rows<Membership>().Any(m => m.PrincipalId == w.AuthorId));

        Assert.That(await store.ListAsync(rows.OrderBy(w => w.Id).Skip(5).Take(10).Select(w => new { w.Id, Status = w.Status.Name }), default), Is.Empty);
        Assert.That(await store.FirstOrDefaultAsync(rows, default), Is.Null);
        Assert.That(await store.CountAsync(rows, default), Is.Zero);
        Assert.That(await store.AnyAsync(rows, default), Is.False);

        Assert.That(recorder.Statements, Has.Count.EqualTo(4));
        Assert.That(recorder.Statements.Select(s => s.Text), Has.All.Contains("OPENJSON").And.All.Contains("[members]"));
        Assert.That(await SqlServerStatements.CheckAsync(recorder), Is.Empty);
    }

    [Test]
    public async Task The_same_statement_is_noted_once_whatever_its_values()
    {
        for (long id = 1; id <= 3; id++)
        {
            var wanted = id;
            await store.AnyAsync(store.Rows<WorkPackage>().Where(w => w.Id == wanted), default);
        }

        Assert.That(recorder.Statements, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_fixed_query_by_ids_is_noted_too()
    {
        Expression<Func<IReadStore, List<long>, IQueryable<string>>> query =
            (rows, ids) => rows.Rows<WorkPackage>().Where(w => ids.Contains(w.Id)).Select(w => w.Subject);

        Assert.That(await store.ListByIdsAsync(query, [1, 2], default), Is.Empty);

        Assert.That(recorder.Statements.Single().Text, Does.Contain("OPENJSON"));
    }

    [Test]
    public async Task A_fault_comes_back_from_the_other_process()
    {
        await using var elsewhere = RecordingContext.Open(recorder);
        await elsewhere.Database.ExecuteSqlRawAsync("UPDATE work_packages SET title = {0}", "x");

        Assert.That(await SqlServerStatements.CheckAsync(recorder), Has.All.Contains("title").And.Not.Empty);
    }
}
