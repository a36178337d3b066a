using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using OpenProject.Testing.Logs;

namespace OpenProject.Api.Tests.Scim;

/// <summary>What clients write is noted: who, what, which resource and the names of attributes, and never a value.</summary>
[OnEachDatabase]
public sealed class NoteTests(DatabaseProvider provider)
{
    private readonly ConcurrentQueue<string> log = new();
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(new ApiServer(provider, ("Seed:Demo", "None"))
    {
        TestServices = services => services.AddSingleton<ILoggerProvider>(new NotedLog(log.Enqueue)),
    });

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Each_write_is_noted_with_the_names_of_what_it_changes()
    {
        var user = await world.UserAsync("noted-person");
        var group = await world.GroupAsync("Noted group", user);
        await world.PatchAsync("Users/" + user, """{"op":"replace","value":{"name":{"familyName":"Unheard-of"},"active":false,"userName":"noted-person"}}""");
        await world.PatchAsync("Users/" + user, """{"op":"replace","path":"active","value":false}""");
        await world.PatchAsync("Groups/" + group, """{"op":"remove","path":"members"}""");
        await world.Client.PostJsonAsync("/scim_v2/Bulk", new
        {
            schemas = new[] { "urn:ietf:params:scim:api:messages:2.0:BulkRequest" },
            Operations = new object[] { new { method = "DELETE", path = "/Users/" + user }, new { method = "PATCH", path = "/Groups/999999", data = new { Operations = Array.Empty<object>() } } },
        });
        await world.Client.DeleteJsonAsync("/scim_v2/Groups/" + group);

        var noted = log.Where(line => line.Contains("SCIM client ", StringComparison.Ordinal)).Select(line => line[line.IndexOf("SCIM client ", StringComparison.Ordinal)..]).ToList();
        Assert.That(noted.Select(line => line.Split(": ", 2)[1].Split("  ")[0].Trim().Split(' ')[..3]), Is.EqualTo(new[]
        {
            new[] { "POST", "User", user }, ["POST", "Group", group], ["PATCH", "User", user], ["PATCH", "Group", group], ["DELETE", "User", user], ["DELETE", "Group", group],
        }), string.Join('\n', noted));
        Assert.That(noted[0], Does.Contain(" userName name active emails"));
        Assert.That(noted[1], Does.Contain(" displayName members"));
        Assert.That(noted[2], Does.Contain(" name active").And.Not.Contain("userName"), "What is sent as it is is no change.");
        Assert.That(noted[3], Does.Contain(" members"));
        Assert.That(string.Join('\n', noted), Does.Not.Contain("noted-person").And.Not.Contain("Unheard-of").And.Not.Contain("Noted group"));
    }
}
