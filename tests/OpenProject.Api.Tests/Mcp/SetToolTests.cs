using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using OpenProject.Application.Notifications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Tools that write what API v3 takes otherwise, or what is everybody's own.</summary>
[OnEachDatabase]
public sealed class SetToolTests(DatabaseProvider provider)
{
    // The smallest picture that there is.
    private static readonly byte[] Picture = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await McpWorld.StartAsync(provider);

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task Files_are_attached_by_those_who_may_and_read_by_those_who_see_them()
    {
        var allowed = 0;
        foreach (var (place, project) in world.People.Projects)
        {
            foreach (var kind in McpWorld.Kinds)
            {
                var path = $"/api/v3/work_packages/{await WorkPackageAsync(project)}/attachments";
                var there = await world.People[kind].UploadAsync(path, "notes.txt", Encoding.UTF8.GetBytes("Größe"));
                var (isError, content) = await world.CallAsync(kind, "add_attachment", Given(path, "notes.txt", Encoding.UTF8.GetBytes("Größe")));
                var made = (await world.People["admin"].GetJsonAsync(path))["_embedded/elements"].EnumerateArray().Select(a => a.GetProperty("id").GetInt64()).ToList();

                Assert.That(isError, Is.EqualTo(there.Status >= HttpStatusCode.BadRequest), $"{kind} in the {place} project: {there.Status}, {content}");
                Assert.That(made, Has.Count.EqualTo(isError ? 0 : 2));
                if (isError)
                    continue;
                allowed++;
                Assert.That((await world.CallAsync(kind, "get_attachment", new() { ["id"] = made[^1] })).Content.GetProperty("text").GetString(), Is.EqualTo("Größe"));
                var (isHidden, hidden) = await world.CallAsync("non-member", "get_attachment", new() { ["id"] = made[^1] });
                Assert.That(isHidden, Is.EqualTo((await world.People["non-member"].GetJsonAsync($"/api/v3/attachments/{made[^1]}")).Status == HttpStatusCode.NotFound), hidden.GetRawText());
            }
        }

        Assert.That(allowed, Is.InRange(2, 6));
    }

    [Test]
    public async Task Small_pictures_are_shown_and_what_is_no_text_is_told_of_only()
    {
        var path = $"/api/v3/work_packages/{await WorkPackageAsync(world.People.Projects["public"])}/attachments";
        var (_, picture) = await world.CallAsync("admin", "add_attachment", Given(path, "dot.gif", Picture));
        var (_, noText) = await world.CallAsync("admin", "add_attachment", Given(path, "broken.txt", [0xff, 0xfe, 0xfd]));
        var shown = await world["admin"].CallToolAsync("get_attachment", new Dictionary<string, object?> { ["id"] = picture.GetProperty("id").GetInt64() });
        var (isError, refused) = await world.CallAsync("admin", "add_attachment", new() { ["work_package_id"] = 2, ["file_name"] = "a", ["content"] = "?" });

        Assert.That(shown.Content.OfType<ImageContentBlock>().Single().MimeType, Is.EqualTo("image/gif"));
        Assert.That((await world.CallAsync("admin", "get_attachment", new() { ["id"] = noText.GetProperty("id").GetInt64() })).Content.TryGetProperty("text", out _), Is.False);
        Assert.That((isError, refused.GetProperty("error").GetString()), Is.EqualTo((true, "content must be base64.")));
    }

    [Test]
    public async Task Projects_are_copied_by_those_who_may_and_the_job_is_their_own()
    {
        var (_, job) = await world.CallAsync("admin", "copy_project", new() { ["project"] = "demo-project", ["data"] = new { name = "A copy by an agent" } });
        var id = job.GetProperty("jobId").GetString();
        var (_, mine) = await world.CallAsync("admin", "get_job", new() { ["job_id"] = id });
        var (_, notMine) = await world.CallAsync("member", "get_job", new() { ["job_id"] = id });
        var (_, nonsense) = await world.CallAsync("member", "get_job", new() { ["job_id"] = "nonsense" });

        Assert.That(mine.GetProperty("jobId").GetString(), Is.EqualTo(id));
        Assert.That((notMine.GetProperty("code").GetString(), nonsense.GetProperty("code").GetString()), Is.EqualTo(("not_found", "not_found")));
        foreach (var kind in McpWorld.Kinds.Skip(1))
        {
            var there = await world.People[kind].PostJsonAsync("/api/v3/projects/demo-project/copy", new { name = "Refused" });
            Assert.That((await world.CallAsync(kind, "copy_project", new() { ["project"] = "demo-project", ["data"] = new { name = "Refused" } })).IsError, Is.EqualTo(there.Status >= HttpStatusCode.BadRequest), kind);
        }
    }

    [Test]
    public async Task Reminders_are_ones_own()
    {
        var id = await WorkPackageAsync(world.People.Projects["public"]);
        var (_, made) = await world.CallAsync("member", "create_reminder", new() { ["work_package_id"] = id, ["remind_at"] = "2099-01-01T08:00:00Z", ["note"] = "Look" });
        var (_, second) = await world.CallAsync("member", "create_reminder", new() { ["work_package_id"] = id, ["remind_at"] = "2099-01-01T08:00:00Z" });
        var (_, unseen) = await world.CallAsync("member", "create_reminder", new() { ["work_package_id"] = await WorkPackageAsync(world.People.Projects["private"]), ["remind_at"] = "2099-01-01T08:00:00Z" });

        Assert.That(made.GetProperty("note").GetString(), Is.EqualTo("Look"));
        Assert.That((second.GetProperty("code").GetString(), unseen.GetProperty("code").GetString()), Is.EqualTo(("conflict", "not_found")));
        Assert.That((await world.SearchAsync("member", "list_reminders", [])).Ids, Is.EqualTo(new[] { made.GetProperty("id").ToString() }));
        Assert.That((await world.SearchAsync("admin", "list_reminders", [])).Ids, Is.Empty);
    }

    [Test]
    public async Task Notifications_are_read_and_marked_by_whom_they_are_for()
    {
        var me = (await world.People["member"].GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString();
        for (var i = 0; i < 2; i++)
        {
            var work = new { subject = "Assigned", _links = new { project = new { href = world.People.Projects["public"] }, type = new { href = "/api/v3/types/1" }, assignee = new { href = me } } };
            Assert.That((await world.People["admin"].PostJsonAsync("/api/v3/work_packages", work)).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        await using (var scope = world.People.Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<NotificationDispatchService>().TellAllAsync(CancellationToken.None);
        var told = (await world.SearchAsync("member", "list_notifications", [])).Ids;
        var (_, ofOthers) = await world.CallAsync("reader", "mark_notifications_read", new() { ["ids"] = told });
        var untouched = (await world.SearchAsync("member", "list_notifications", [])).Ids;
        var (_, one) = await world.CallAsync("member", "mark_notifications_read", new() { ["ids"] = told[0] });
        var left = (await world.SearchAsync("member", "list_notifications", [])).Ids;
        await world.CallAsync("member", "mark_notifications_read");

        Assert.That(told, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(ofOthers.GetProperty("unread").GetInt32(), Is.Zero);
        Assert.That(untouched, Is.EqualTo(told));
        Assert.That(left, Is.EqualTo(told.Skip(1)));
        Assert.That(one.GetProperty("unread").GetInt32(), Is.EqualTo(left.Count));
        Assert.That((await world.SearchAsync("member", "list_notifications", [])).Ids, Is.Empty);
        Assert.That((await world.SearchAsync("member", "list_notifications", new() { ["also_read"] = true })).Ids, Is.EqualTo(told));
    }

    private static Dictionary<string, object?> Given(string path, string name, byte[] bytes) =>
        new() { ["work_package_id"] = path.Split('/')[4], ["file_name"] = name, ["content"] = Convert.ToBase64String(bytes) };

    private async Task<long> WorkPackageAsync(string project)
    {
        var made = await world.People["admin"].PostJsonAsync("/api/v3/work_packages", new { subject = "Subject", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }
}
