using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.ApiTokens;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Groups;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Principals;
using OpenProject.Infrastructure.Projects;
using OpenProject.Infrastructure.Seeding;
using OpenProject.Infrastructure.WorkPackages;
using OpenProject.SqlServerCheck;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

/// <summary>What saving, loading aggregates and the set-based ports would send.</summary>
internal sealed class CommandTests
{
    private static readonly StatementCheck Check = new(RecordingContext.CreateScript);

    private CommandRecorder recorder = null!;

    [SetUp]
    public void SetUp() => recorder = new CommandRecorder();

    [Test]
    public async Task Every_entity_is_inserted_updated_and_deleted()
    {
        var entities = Entities();
        foreach (var entity in entities)
        {
            await SaveAsync(entity, EntityState.Added);
            await SaveAsync(entity, EntityState.Modified);
            await SaveAsync(entity, EntityState.Deleted);
        }

        var texts = recorder.Statements.Select(statement => statement.Text).ToList();
        foreach (var table in entities.Select(entity => entity.GetTableName()).Distinct())
        {
            Assert.That(texts, Has.Some.Contains($"INSERT INTO [{table}]"));
            Assert.That(texts, Has.Some.Contains($"DELETE FROM [{table}]"));
        }

        Assert.That(texts, Has.Some.Matches("UPDATE \\[work_packages\\][^;]+WHERE \\[id\\] = @\\w+ AND \\[journal_version\\] = @\\w+ AND \\[lock_version\\] = @\\w+;"));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task Every_aggregate_is_loaded_whole()
    {
        var load = typeof(CommandTests).GetMethod(nameof(LoadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
        var roots = Entities().Where(entity => entity.ClrType.IsAssignableTo(typeof(AggregateRoot))).ToList();
        foreach (var root in roots)
            await (Task)load.MakeGenericMethod(root.ClrType).Invoke(this, null)!;

        Assert.That(recorder.Statements, Has.Count.EqualTo(2 * roots.Count));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task The_trees_are_planted_moved_derived_and_felled()
    {
        await using var context = RecordingContext.Open(recorder.Answering(1));
        var workPackages = new WorkPackageTree(context);
        var projects = new ProjectTree(context, workPackages, new CustomReferences(context));
        await workPackages.PlantAsync(1, 2, default);
        await workPackages.MoveAsync(1, 2, default);
        await workPackages.DeriveUpwardsAsync([1], default);
        await workPackages.FellAsync(1, default);
        var schedule = new ScheduleTable(context, new CurrentActor());
        await schedule.ReachedFromAsync([new Unsettled(1, WithConditions: true)], default);
        await schedule.StoreAsync([new ScheduledWork(1, null, false, false, false, default)], 1, DateTime.UnixEpoch, default);
        await projects.PlantAsync(1, 2, default);
        await projects.MoveAsync(1, 2, default);
        await projects.FellAsync(1, default);

        var texts = recorder.Statements.Select(statement => statement.Text).ToList();
        Assert.That(texts, Has.Some.Contains("derived_due_date = given.due_date"));
        Assert.That(texts, Has.Some.StartsWith("INSERT INTO project_hierarchies"));
        Assert.That(texts, Has.Some.StartsWith("INSERT INTO work_package_journals"));
        Assert.That(texts, Has.Count.GreaterThan(20));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task A_removed_user_hands_over_and_takes_along()
    {
        await using var context = RecordingContext.Open(recorder.Answering(1));
        var removal = new PrincipalRemoval(context, new InheritedRoles(context, TimeProvider.System), new CustomReferences(context));
        await removal.RetireAsync(2, default);
        await removal.RemoveAsync(2, default);
        await new PrincipalLock(context).TakeAsync(2, default);

        var texts = recorder.Statements.Select(statement => statement.Text).ToList();
        Assert.That(texts, Has.Some.StartsWith("UPDATE [work_packages] SET [author_id] = @"));
        Assert.That(texts, Has.Some.StartsWith("DELETE FROM [p]"));
        Assert.That(texts, Has.Some.Contains("[p].[kind] = @").Or.Some.Contains("[kind] = 8"));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task What_groups_give_is_given_and_taken()
    {
        await using var context = RecordingContext.Open(recorder.Answering(1));
        var inherited = new InheritedRoles(context, TimeProvider.System);
        await inherited.GiveAsync(1, default);
        await inherited.TakeAsync(1, [2, 3], default);
        var members = new GroupMembers(context, inherited);
        await members.SetAsync(1, [2, 3], default);
        await members.RemoveAsync(1, [2, 3], default);

        var texts = recorder.Statements.Select(statement => statement.Text).ToList();
        foreach (var start in new[] { "INSERT INTO group_members", "INSERT INTO members", "INSERT INTO member_roles", "DELETE FROM [g]", "DELETE FROM [m]" })
            Assert.That(texts, Has.Some.StartsWith(start));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public async Task The_use_of_a_token_is_stored()
    {
        await using var services = new ServiceCollection()
            .AddScoped<OpenProjectDbContext>(_ => RecordingContext.Open(recorder)).BuildServiceProvider();
        using var gate = new WriteGate(oneAtATime: false);
        using var uses = new ApiTokenUseRecorder(services.GetRequiredService<IServiceScopeFactory>(), gate, NullLogger<ApiTokenUseRecorder>.Instance);
        uses.Note(1, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await uses.StartAsync(default);
        await uses.StopAsync(default);

        Assert.That(recorder.Statements.Single().Text, Does.StartWith("UPDATE [a]"));
        Assert.That(Check.Check(recorder.Statements), Is.Empty);
    }

    [Test]
    public void The_locks_of_migrating_and_seeding_are_taken()
    {
        Statement[] locks = [new(SqlServerMigrationLock.Statement, "@database nvarchar(128)"), new(SeedLock.Statement, ""), new(SchedulingTurn.Statement, "")];

        // The system's procedure, as it is documented; the check knows no system.
        var server = new StatementCheck(
            "CREATE PROCEDURE sp_getapplock @Resource nvarchar(255), @LockMode varchar(32), @LockOwner varchar(32), @LockTimeout int AS RETURN 0");
        Assert.That(server.Check(locks), Is.Empty);
    }

    private static List<IEntityType> Entities()
    {
        using var context = RecordingContext.Open(new CommandRecorder());
        return [.. context.Model.GetEntityTypes().Where(entity => !entity.IsAbstract() && entity.FindPrimaryKey() is not null)];
    }

    private async Task SaveAsync(IEntityType entity, EntityState state)
    {
        await using var context = RecordingContext.Open(recorder.Answering(1));
        var entry = entity.FindOwnership() is { } ownership ? Owned(context, ownership) : context.Entry(Activator.CreateInstance(entity.ClrType, nonPublic: true)!);
        if (!entity.IsOwned())
            Identify(entry, state);
        entry.State = state;
        await context.SaveChangesAsync();
    }

    // What is owned is stored with its owner alone.
    private static EntityEntry Owned(OpenProjectDbContext context, IForeignKey ownership)
    {
        var owner = Activator.CreateInstance(ownership.PrincipalEntityType.ClrType, nonPublic: true)!;
        var value = CustomValue.Stored(1, 0, "x", null, null, null, null);
        ((INavigation)ownership.PrincipalToDependent!).GetCollectionAccessor()!.Add(owner, value, forMaterialization: false);
        Identify(context.Entry(owner), EntityState.Unchanged);
        var collection = context.Attach(owner).Collection(ownership.PrincipalToDependent!.Name);
        return collection.FindEntry(value)!;
    }

    // What identifies a row and what it refers to must be known; the database makes ids of new rows.
    private static void Identify(EntityEntry entry, EntityState state)
    {
        foreach (var property in entry.Properties.Where(property => property.Metadata.IsKey() || property.Metadata.IsForeignKey()))
        {
            var isMade = property.Metadata.ValueGenerated == ValueGenerated.OnAdd && state == EntityState.Added;
            if (!isMade)
                property.CurrentValue = property.Metadata.ClrType == typeof(string) ? "x" : 1L;
        }
    }

    private async Task LoadAsync<T>()
        where T : class
    {
        await using var context = RecordingContext.Open(recorder);
        var aggregates = new EfAggregates<T>(context);
        await aggregates.FindAsync(1, default);
        await aggregates.FindManyAsync([1, 2], default);
    }
}
