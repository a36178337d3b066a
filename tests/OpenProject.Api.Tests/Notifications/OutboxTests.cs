using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.Notifications;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using OpenProject.Testing.Logs;
using static OpenProject.Api.Tests.Notifications.NotificationWorld;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>Wherever a server ends, nothing that has happened is left untold, and nobody is told twice.</summary>
[OnEachDatabase]
public sealed class OutboxTests(DatabaseProvider provider)
{
    [Test]
    public async Task What_ends_after_it_has_told_and_before_it_has_noted_that_tells_nothing_and_is_made_up_for()
    {
        var fault = new Fault();
        using var world = await NotificationWorld.StartAsync(provider, services => services.Replace(ServiceDescriptor.Scoped<INotificationTable>(
            scope => new FaultyTable(TableOf(scope), fault, scope))));
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var work = await world.WorkAsync("Told at last", mira);

        fault.IsNext = true;
        Assert.That(world.TellAsync, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "assigned" }));
    }

    [Test]
    public async Task What_is_changed_after_it_was_found_is_told_as_it_is_then()
    {
        var fault = new Fault();
        using var world = await NotificationWorld.StartAsync(provider, services => services.Replace(ServiceDescriptor.Scoped<INotificationTable>(
            scope => new FaultyTable(TableOf(scope), fault, scope))));
        var work = await world.WorkAsync("Edited");
        await world.SayAsync(work, "Nobody");

        // In the same transaction, as SQLite has but one writer.
        fault.BeforeNoting = (scope, ids) => scope.GetRequiredService<OpenProjectDbContext>().Set<WorkPackageJournal>()
            .Where(j => ids.Contains(j.Id) && j.Notes != null).ExecuteUpdateAsync(set => set.SetProperty(j => j.Notes, "user:jonas"));
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Jonas, work), Is.EqualTo(new[] { "mentioned" }));
    }

    [Test]
    public async Task What_was_told_while_it_was_being_edited_is_told_again()
    {
        using var world = await NotificationWorld.StartAsync(provider);
        var work = await world.WorkAsync("Edited");
        await world.SayAsync(work, "Nobody");
        await using var scope = world.Server.Services.CreateAsyncScope();
        var (services, store) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IReadStore>());
        var id = await store.FirstOrDefaultAsync(store.Rows<WorkPackageJournal>().Where(j => j.Notes == "Nobody").Select(j => j.Id), CancellationToken.None);
        var comment = (await services.GetRequiredService<IAggregates<WorkPackageJournal>>().FindAsync(id, CancellationToken.None))!;

        await world.TellAsync();
        comment.Rewrite("user:jonas", "<p>user:jonas</p>", world.Clock.GetUtcNow().UtcDateTime.AddSeconds(1));
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        Assert.That(await ReasonsAsync(world.Jonas, work), Is.Empty);
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Jonas, work), Is.EqualTo(new[] { "mentioned" }));
    }

    [Test]
    public async Task One_that_cannot_be_told_keeps_no_other_and_is_told_when_it_can_be()
    {
        var fault = new Fault();
        var log = new ConcurrentQueue<string>();
        using var world = await NotificationWorld.StartAsync(provider, services => services.AddSingleton<ILoggerProvider>(new NotedLog(log.Enqueue))
            .Replace(ServiceDescriptor.Scoped<INotificationTable>(scope => new FaultyTable(TableOf(scope), fault, scope))));
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var work = new List<string>();
        foreach (var name in new[] { "Before", "Poisoned", "After" })
            work.Add(await world.WorkAsync(name, mira));
        fault.Poisoned = long.Parse(work[1].Split('/')[^1], CultureInfo.InvariantCulture);

        await world.TellAsync();
        Assert.That(await ReasonsAsync(world.Mira, work[0]), Is.EqualTo(new[] { "assigned" }));
        Assert.That(await ReasonsAsync(world.Mira, work[1]), Is.Empty);
        Assert.That(await ReasonsAsync(world.Mira, work[2]), Is.EqualTo(new[] { "assigned" }));
        Assert.That(Failures(), Is.EqualTo(1));

        // It rests a second, then two.
        for (var seconds = 1; seconds <= 3; seconds++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await world.TellAsync();
            Assert.That(Failures(), Is.EqualTo(seconds == 3 ? 3 : 2), $"after {seconds} s");
        }

        fault.Poisoned = 0;
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        await world.TellAsync();
        foreach (var path in work)
            Assert.That(await ReasonsAsync(world.Mira, path), Is.EqualTo(new[] { "assigned" }), path);

        int Failures() => log.Count(line => line.Contains("could not be told", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_date_or_a_reminder_that_cannot_be_told_of_keeps_no_other()
    {
        var fault = new Fault();
        using var world = await NotificationWorld.StartAsync(provider, services => services.Replace(ServiceDescriptor.Scoped<INotificationTable>(
            scope => new FaultyTable(TableOf(scope), fault, scope))));
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var work = new List<string>();
        foreach (var name in new[] { "First", "Second", "Poisoned", "Fourth", "Fifth" })
            work.Add(await world.WorkAsync(name, mira, dates: new { startDate = "2027-02-22", dueDate = "2027-03-02" }));
        foreach (var path in work)
            Assert.That((int)(await world.Mira.PostJsonAsync(path + "/reminders", new { remindAt = "2027-03-01T08:01:00Z" })).Status, Is.EqualTo(201), path);
        await world.TellAsync();
        fault.Poisoned = long.Parse(work[2].Split('/')[^1], CultureInfo.InvariantCulture);
        world.Clock.Advance(TimeSpan.FromMinutes(2));

        var blame = Throws.TypeOf<AggregateException>().With.Message.Contains($"Nobody could be told of {fault.Poisoned}.");
        Assert.That(world.AlertAsync, blame);
        Assert.That(world.TellAsync, Throws.TypeOf<AggregateException>());
        foreach (var path in work)
            Assert.That(await ReasonsAsync(world.Mira, path), Is.EquivalentTo(path == work[2] ? new[] { "assigned" } : ["reminder", "dateAlert", "assigned"]), path);

        fault.Poisoned = 0;
        await world.AlertAsync();
        await world.TellAsync();
        foreach (var path in work)
            Assert.That(await ReasonsAsync(world.Mira, path), Is.EquivalentTo(new[] { "reminder", "dateAlert", "assigned" }), path);
    }

    [Test]
    public async Task However_many_want_to_know_each_is_told_once_and_never_are_all_in_memory()
    {
        const int People = 501;
        var fault = new Fault();
        using var world = await NotificationWorld.StartAsync(provider, services => services.Replace(ServiceDescriptor.Scoped<INotificationTable>(
            scope => new FaultyTable(TableOf(scope), fault, scope))));
        await world.TellAsync();
        await using (var scope = world.Server.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
            var now = world.Clock.GetUtcNow().UtcDateTime;
            var people = Enumerable.Range(0, People).Select(at => User.Create($"curious{at}", "Curious", "Person", $"curious{at}@example.net", now)).ToList();
            context.AddRange(people);
            await context.SaveChangesAsync();
            context.AddRange(people.Select(person => NotificationSetting.Create(person.Id, projectId: null, new NotificationWish { WorkPackageCreated = true })));
            await context.SaveChangesAsync();
        }

        for (var count = 0; count < 3; count++)
            await world.WorkAsync($"News {count}");
        fault.Largest = 0;
        await world.TellAsync();

        await using var after = world.Server.Services.CreateAsyncScope();
        var told = await after.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<Notification>()
            .Where(n => n.Reason == NotificationReason.Created).Select(n => new { n.RecipientId, n.ActivityId }).ToListAsync();
        Assert.That((told.Count, told.Distinct().Count()), Is.EqualTo((3 * People, 3 * People)));
        Assert.That(fault.Largest, Is.InRange(1, 1000));
    }

    [Test]
    public async Task Of_many_that_tell_at_once_one_does()
    {
        using var world = await NotificationWorld.StartAsync(provider);
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var work = new List<string>();
        for (var count = 0; count < 5; count++)
            work.Add(await world.WorkAsync($"Work {count}", mira));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(world.TellAsync)));

        foreach (var path in work)
            Assert.That(await ReasonsAsync(world.Mira, path), Is.EqualTo(new[] { "assigned" }));
    }

    [Test]
    public async Task What_the_demo_data_tells_is_no_news()
    {
        using var world = await NotificationWorld.StartAsync(provider);
        await world.TellAsync();

        Assert.That((await world.Mira.GetJsonAsync("/api/v3/notifications"))["total"].GetInt32(), Is.Zero);
    }

    private static INotificationTable TableOf(IServiceProvider scope) =>
        (INotificationTable)ActivatorUtilities.CreateInstance(scope, typeof(DatabaseProvider).Assembly.GetType("OpenProject.Infrastructure.Notifications.NotificationTable")!);

    private sealed class Fault
    {
        public bool IsNext { get; set; }

        public long Poisoned { get; set; }

        public int Largest { get; set; }

        public Func<IServiceProvider, IReadOnlyCollection<long>, Task>? BeforeNoting { get; set; }
    }

    private sealed class FaultyTable(INotificationTable table, Fault fault, IServiceProvider scope) : INotificationTable
    {
        public Task<bool> HasUntoldAsync(IReadOnlyCollection<long> resting, CancellationToken cancellationToken) => table.HasUntoldAsync(resting, cancellationToken);

        public Task<bool> HasDueAsync(DateTime now, CancellationToken cancellationToken) => table.HasDueAsync(now, cancellationToken);

        public Task TakeTurnAsync(CancellationToken cancellationToken) => table.TakeTurnAsync(cancellationToken);

        public Task MarkAsync(IQueryable<Notification> rows, bool read, DateTime now, CancellationToken cancellationToken) => table.MarkAsync(rows, read, now, cancellationToken);

        public async Task NoteAsync(IReadOnlyCollection<long> activityIds, DateTime now, CancellationToken cancellationToken)
        {
            if (fault.BeforeNoting is { } meanwhile)
                await meanwhile(scope, activityIds);
            await table.NoteAsync(activityIds, now, cancellationToken);
        }

        public async Task TellAsync(IReadOnlyCollection<Notification> notifications, CancellationToken cancellationToken)
        {
            await table.TellAsync(notifications, cancellationToken);
            fault.Largest = Math.Max(fault.Largest, notifications.Count);
            if (notifications.Any(n => n.WorkPackageId == fault.Poisoned))
                throw new IOException("This one breaks.");
            if (!fault.IsNext)
                return;
            fault.IsNext = false;
            throw new OperationCanceledException("The server ends.");
        }

        public async Task RemindAsync(IReadOnlyCollection<Notification> notifications, IReadOnlyCollection<long> reminderIds, DateTime now, CancellationToken cancellationToken)
        {
            await table.RemindAsync(notifications, reminderIds, now, cancellationToken);
            if (notifications.Any(n => n.WorkPackageId == fault.Poisoned))
                throw new IOException("This one breaks.");
        }
    }
}
