using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Reminders;
using OpenProject.Infrastructure.Notifications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.WorkPackages;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Notifications;

/// <summary>What is changed while people are told is not lost.</summary>
[OnEachDatabase]
internal sealed class NotificationTableTests(DatabaseProvider provider)
{
    private Landscape landscape = null!;

    private DateTime Now => landscape.Database.Now;

    [SetUp]
    public async Task SetUp() => landscape = await Landscape.CreateAsync(provider);

    [TearDown]
    public void TearDown() => landscape.Dispose();

    [Test]
    public async Task A_reminder_that_was_put_off_before_it_is_told_is_still_to_come()
    {
        var reminder = Reminder.Draft(landscape.User.Id, await landscape.AddWorkPackageAsync("one"));
        reminder.RemindOn(Now.AddHours(1), Now);
        await landscape.Database.StoreAsync(reminder);
        landscape.Database.Clock.Advance(TimeSpan.FromHours(2));
        await using (var context = landscape.Database.Open())
        {
            (await new EfAggregates<Reminder>(context).FindAsync(reminder.Id, default))!.RemindOn(Now.AddHours(1), Now);
            await landscape.Database.UnitOfWork(context, landscape.User.Id).SaveAsync(default);
        }

        await TellOfAsync(reminder.Id);
        Assert.That(await RemindedAtAsync(), Is.Null);
        landscape.Database.Clock.Advance(TimeSpan.FromHours(2));
        await TellOfAsync(reminder.Id);

        Assert.That(await RemindedAtAsync(), Is.EqualTo(Now));
    }

    private async Task TellOfAsync(long id)
    {
        await using var context = landscape.Database.Open();
        await new NotificationTable(context, landscape.Database.UnitOfWork(context, landscape.User.Id)).RemindAsync([], [id], Now, default);
    }

    private async Task<DateTime?> RemindedAtAsync()
    {
        await using var context = landscape.Database.Open();
        return (await context.Set<Reminder>().SingleAsync()).RemindedAt;
    }
}
