using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Users;

/// <summary>Users' pictures over HTTP. Mira, a member of the public project, has one.</summary>
[OnEachDatabase]
public sealed class AvatarTests(DatabaseProvider provider)
{
    private static readonly byte[] Picture = [.. "GIF89a"u8, 1, 2, 3];

    private PermissionWorld world = null!;
    private long mira;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        mira = (await world["member"].GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        await SetAsync(mira, Picture);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("member", "me", 200)]
    [TestCase("reader", "mira", 200)]
    [TestCase("admin", "mira", 200)]
    [TestCase("non-member", "mira", 404)]
    [TestCase("anonymous", "mira", 404)]
    [TestCase("reader", "me", 404)]
    public async Task A_picture_is_shown_to_those_who_see_the_user(string who, string user, int status)
    {
        using var answer = await world[who].GetAsync($"/api/v3/users/{user}/avatar");

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        if (status == 200)
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Picture));
    }

    [Test]
    public async Task A_picture_is_sent_once_and_cannot_be_anything_else()
    {
        using var first = await world["member"].GetAsync("/api/v3/users/me/avatar");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v3/users/me/avatar");
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await world["member"].SendAsync(asked);

        Assert.That(first.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/gif"));
        Assert.That(first.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(first.Headers.CacheControl!.ToString(), Does.Contain("private").And.Contain("no-cache"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Users_tell_where_their_picture_is_and_take_it_along()
    {
        var seen = await world["reader"].GetJsonAsync($"/api/v3/users/{mira}");
        Assert.That(seen["avatar"].GetString(), Is.EqualTo($"/api/v3/users/{mira}/avatar"));
        Assert.That((await world["reader"].GetJsonAsync("/api/v3/users/me"))["avatar"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        using var leaver = await world.Server.ClientOfAsync("leaver");
        var id = (await leaver.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        await SetAsync(id, Picture);

        Assert.That((await world["admin"].DeleteJsonAsync($"/api/v3/users/{id}")).Status, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await world["admin"].GetJsonAsync($"/api/v3/users/{id}/avatar")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task SetAsync(long userId, byte[] picture)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AvatarService>().SetAsync(userId, picture, CancellationToken.None);
    }
}
