using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>What a removed user wrote is handed over in the background.</summary>
[OnEachDatabase]
public sealed class RemovalTests(DatabaseProvider provider)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Test]
    public async Task What_a_removed_user_wrote_is_the_deleted_user_s_in_the_end()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        using var world = await ScimWorld.StartAsync(new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) });
        var admin = world.Server.Client();
        using var mira = await world.Server.ClientOfAsync("mira");
        var id = (await mira.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var project = (await admin.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString();
        var written = await mira.PostJsonAsync("/api/v3/work_packages", new { subject = "Mine", _links = new { project = new { href = project } } });
        Assert.That(written.Status, Is.EqualTo(HttpStatusCode.Created), written.ToString());
        var path = written["_links/self/href"].GetString()!;

        Assert.That((await world.Client.DeleteJsonAsync("/scim_v2/Users/" + id)).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Assert.That((await mira.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await admin.GetJsonAsync(path))["_links/author/title"].GetString(), Is.EqualTo("Deleted user"));
        Assert.That((await admin.GetJsonAsync("/api/v3/principals?pageSize=500")).Text, Does.Not.Contain("Deleted user"));
        for (var since = Stopwatch.GetTimestamp(); await IsKeptAsync(world, id);)
        {
            Assert.That(Stopwatch.GetElapsedTime(since), Is.LessThan(Patience), "The removal does not end.");
            clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        Assert.That((await admin.GetJsonAsync(path))["_links/author/title"].GetString(), Is.EqualTo("Deleted user"));
    }

    private static async Task<bool> IsKeptAsync(ScimWorld world, long id)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        return await store.AnyAsync(store.Rows<User>().Where(user => user.Id == id), CancellationToken.None);
    }
}
