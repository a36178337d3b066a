using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Tests.Notifications;
using OpenProject.Application.Common;
using OpenProject.Domain.Reminders;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Reminders;

/// <summary>Reminders: one's own, one of a work package, and told when their time has come.</summary>
[OnEachDatabase]
public sealed class ReminderTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/reminders";

    private NotificationWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await NotificationWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_reminder_that_is_told_while_it_is_being_changed_is_over()
    {
        var work = await world.WorkAsync("Raced");
        var made = await world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 1) });
        await using var scope = world.Server.Services.CreateAsyncScope();
        var reminder = (await scope.ServiceProvider.GetRequiredService<IAggregates<Reminder>>().FindAsync(made["id"].GetInt64(), CancellationToken.None))!;

        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.TellAsync();
        reminder.RemindOn(world.Clock.GetUtcNow().UtcDateTime.AddHours(1), world.Clock.GetUtcNow().UtcDateTime);

        var refused = Assert.ThrowsAsync<ProblemException>(() => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None))!;
        Assert.That(refused.Problem, Is.InstanceOf<Problem.Conflict>());
    }

    [Test]
    public async Task A_reminder_is_made_changed_and_told_once_when_its_time_has_come()
    {
        var work = await world.WorkAsync("Remember");
        var made = await world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 2), note = "Look" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["note"].GetString()), Is.EqualTo(("Reminder", "Look")));
        Assert.That(made["_links/remindable/href"].GetString(), Is.EqualTo(work));
        Assert.That(made["_links/creator/href"].GetString(), Is.EqualTo(await NotificationWorld.IdentityOfAsync(world.Mira)));
        var self = $"{Path}/{made["id"].GetInt64()}";
        var changed = await world.Mira.PatchJsonAsync(self, new { remindAt = In(hours: 1), note = "Look again" });
        Assert.That((changed.Status, changed["note"].GetString()), Is.EqualTo((HttpStatusCode.OK, "Look again")), changed.ToString());
        Assert.That((await world.Mira.GetJsonAsync(Path))["total"].GetInt32(), Is.EqualTo(1));
        await world.TellAsync();
        Assert.That(await NotificationWorld.ReasonsAsync(world.Mira, work), Is.Empty);

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.TellAsync();
        await world.TellAsync();

        Assert.That(await NotificationWorld.ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "reminder" }));
        Assert.That((await world.Mira.GetJsonAsync(work + "/reminders"))["total"].GetInt32(), Is.Zero);
        Assert.That((await world.Mira.PatchJsonAsync(self, new { note = "Late" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 2) })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Of_a_work_package_one_has_one_and_others_have_theirs()
    {
        var work = await world.WorkAsync("One each");
        var mine = await world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 2) });

        var second = await world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 3) });
        Assert.That((second.Status, second["message"].GetString()), Is.EqualTo((HttpStatusCode.Conflict, "You can only set one reminder at a time for a work package. Please delete or update the existing reminder.")));
        Assert.That((await world.Jonas.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 2) })).Status, Is.EqualTo(HttpStatusCode.Created));
        var self = $"{Path}/{mine["id"].GetInt64()}";
        Assert.That((await world.Jonas.PatchJsonAsync(self, new { note = "Not mine" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Jonas.DeleteJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Mira.DeleteJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await world.Mira.GetJsonAsync(work + "/reminders"))["total"].GetInt32(), Is.Zero);
        Assert.That((await world.Jonas.GetJsonAsync(work + "/reminders"))["total"].GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_many_at_once_one_is_stored_and_the_others_are_in_conflict()
    {
        var work = await world.WorkAsync("Hurried");

        var made = await Task.WhenAll(Enumerable.Range(1, 8).Select(hours => world.Mira.PostJsonAsync(work + "/reminders", new { remindAt = In(hours) })));

        Assert.That(made.Select(m => m.Status).Order(), Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Conflict, 7).Prepend(HttpStatusCode.Created)));
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        var work = await world.WorkAsync("Refused");
        var hidden = await world.WorkAsync("Hidden", project: world.Private);
        using var anonymous = world.Server.Anonymous();

        await RefusedAsync(new { note = "When?" }, "remindAt", "Remind at can't be blank.");
        await RefusedAsync(new { remindAt = In(hours: -1) }, "remindAt", "Remind at must be in the future.");
        await RefusedAsync(new { remindAt = In(hours: 1), note = new string('n', 129) }, "note", "Note is too long (maximum is 128 characters).");
        Assert.That((await world.Mira.PostJsonAsync(hidden + "/reminders", new { remindAt = In(hours: 1) })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Mira.GetJsonAsync(hidden + "/reminders")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await anonymous.PostJsonAsync(work + "/reminders", new { remindAt = In(hours: 1) })).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        async Task RefusedAsync(object body, string attribute, string message)
        {
            var refused = await world.Mira.PostJsonAsync(work + "/reminders", body);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
            Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo((attribute, message)));
        }
    }

    private string In(double hours) => world.Clock.GetUtcNow().AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
