using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Users;

/// <summary>What users prefer, over HTTP, by all three paths.</summary>
[OnEachDatabase]
public sealed class UserPreferencesTests(DatabaseProvider provider)
{
    private const string Own = "/api/v3/my_preferences";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("staff", "staff"), ("other", "other"));
        await world.Server.JoinAsync("staff", null, "Staff and projects manager");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Three_paths_lead_to_the_same_preferences()
    {
        var client = world["other"];
        var id = (await client.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var first = await client.GetJsonAsync(Own);
        Assert.That(first["_type"].GetString(), Is.EqualTo("UserPreferences"));
        Assert.That(first["timeZone"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));

        var changed = await client.PatchJsonAsync(Own, new { timeZone = "Europe/Berlin", commentSortDescending = true, warnOnLeavingUnsaved = false, autoHidePopups = false, disableKeyboardShortcuts = true });

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        foreach (var path in new[] { Own, "/api/v3/users/me/preferences", $"/api/v3/users/{id}/preferences", "/api/v3/users/other/preferences", changed["_links/self/href"].GetString()! })
            Assert.That((await client.GetJsonAsync(path)).Text, Is.EqualTo(changed.Text), path);
        Assert.That((changed["timeZone"].GetString(), changed["commentSortDescending"].GetBoolean(), changed["warnOnLeavingUnsaved"].GetBoolean()), Is.EqualTo(("Europe/Berlin", true, false)));
        Assert.That(changed["_links/user/title"].GetString(), Is.EqualTo("other Test"));
        var back = await client.PatchJsonAsync(changed["_links/updateImmediately/href"].GetString()!, new { timeZone = (string?)null });
        Assert.That(back["timeZone"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null), back.ToString());
        Assert.That((await client.GetJsonAsync("/api/v3"))["_links/userPreferences/href"].GetString(), Is.EqualTo($"/api/v3/users/{id}/preferences"));
    }

    [TestCase("Mars/Olympus")]
    [TestCase("../../etc/passwd")]
    [TestCase("W. Europe Standard Time")]
    public async Task A_time_zone_is_one_of_the_known_ones(string name)
    {
        var refused = await world["member"].PatchJsonAsync(Own, new { timeZone = name });

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo(("timeZone", "Time zone is not set to one of the allowed values.")));
    }

    [Test]
    public async Task Who_shows_his_address_is_found_by_it()
    {
        var member = world["member"];
        Assert.That((await world["reader"].GetJsonAsync("/api/v3/users/mira"))["_type"].GetString(), Is.EqualTo("User"));
        Assert.That((await world["reader"].GetJsonAsync("/api/v3/users/mira")).Text, Does.Not.Contain("mira@"));

        Assert.That((await member.PatchJsonAsync(Own, new { hideMail = false })).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await world["reader"].GetJsonAsync("/api/v3/users/mira")).Text, Does.Contain("mira@"));
        Assert.That((await member.PatchJsonAsync(Own, new { hideMail = true }))["hideMail"].GetBoolean(), Is.True);
    }

    [TestCase("admin", "mira", 200)]
    [TestCase("admin", "nobody", 200)]
    [TestCase("staff", "mira", 200)]
    // Nobody reaches above himself.
    [TestCase("staff", "admin", 403)]
    [TestCase("reader", "mira", 403)]
    [TestCase("non-member", "mira", 404)]
    [TestCase("non-member", "nobody", 200)]
    [TestCase("anonymous", "mira", 401)]
    [TestCase("anonymous", "me", 401)]
    [TestCase("admin", "system", 404)]
    public async Task Preferences_are_ones_own_and_those_of_whom_one_manages(string who, string user, int status)
    {
        var path = $"/api/v3/users/{user}/preferences";

        Assert.That((int)(await world[who].GetJsonAsync(path)).Status, Is.EqualTo(status));
        Assert.That((int)(await world[who].PatchJsonAsync(path, new { autoHidePopups = true })).Status, Is.EqualTo(status));
    }
}
