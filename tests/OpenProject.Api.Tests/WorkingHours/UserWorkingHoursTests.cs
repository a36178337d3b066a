using System.Globalization;
using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkingHours;

/// <summary>How much users work, over HTTP.</summary>
[OnEachDatabase]
public sealed class UserWorkingHoursTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await WorkingTimeWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Working_hours_live_from_creation_to_removal()
    {
        var client = world["manager"];
        var made = await client.PostJsonAsync(Of("me"), new { validFrom = Day(30), mondayHours = 6.5, availabilityFactor = 80 });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["validFrom"].GetString()), Is.EqualTo(("UserWorkingHours", Day(30))));
        Assert.That(
            new[] { "mondayHours", "tuesdayHours", "saturdayHours", "availabilityFactor" }.Select(name => made[name].GetDouble()),
            Is.EqualTo(new[] { 6.5, 8, 0, 80 }));
        Assert.That((await client.GetJsonAsync(made["_links/user/href"].GetString()!))["login"].GetString(), Is.EqualTo("manager"));

        var changed = await client.PatchJsonAsync(Self(made), new { sundayHours = 2, validFrom = Day(31) });
        Assert.That((changed["sundayHours"].GetDouble(), changed["mondayHours"].GetDouble(), changed["validFrom"].GetString()), Is.EqualTo((2.0, 6.5, Day(31))), changed.ToString());
        var now = await client.PostJsonAsync(Of("manager"), new { validFrom = Day(-100) });
        Assert.That(now.Status, Is.EqualTo(HttpStatusCode.Created), now.ToString());
        var list = await client.GetJsonAsync(Of("me"));
        Assert.That(list["_embedded/elements"].EnumerateArray().Select(h => h.GetProperty("validFrom").GetString()), Is.EqualTo(new[] { Day(31), Day(-100) }));

        foreach (var hours in new[] { made, now })
        {
            Assert.That((await client.DeleteJsonAsync(Self(hours))).Status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That((await client.GetJsonAsync(Self(hours))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("""{}""", "validFrom", "Valid from can't be blank.")]
    [TestCase("""{"validFrom":"2030-02-01","mondayHours":-1}""", "mondayHours", "Monday hours must be greater than or equal to 0.")]
    [TestCase("""{"validFrom":"2030-02-01","fridayHours":24.5}""", "fridayHours", "Friday hours must be less than or equal to 24.")]
    [TestCase("""{"validFrom":"2030-02-01","availabilityFactor":101}""", "availabilityFactor", "Availability factor must be between 0 and 100.")]
    [TestCase("""{"validFrom":"2030-01-01"}""", "validFrom", "Valid from has already been taken.")]
    public async Task What_cannot_be_is_refused(string body, string attribute, string message)
    {
        await world["admin"].PostJsonAsync(Of("me"), new { validFrom = "2030-01-01" });

        var refused = await world["admin"].PostJsonAsync(Of("me"), body);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    [Test]
    public async Task What_has_taken_effect_cannot_be_changed()
    {
        var made = await world["manager"].PostJsonAsync(Of("mira"), new { validFrom = Day(0) });

        var refused = await world["manager"].PatchJsonAsync(Self(made), new { mondayHours = 1 });

        Assert.That((refused.Status, refused["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "base")), refused.ToString());
        Assert.That((await world["manager"].GetJsonAsync(Self(made)))["mondayHours"].GetDouble(), Is.EqualTo(8));
    }

    [TestCase("admin", "jonas", 200, 201, 204)]
    [TestCase("manager", "jonas", 200, 201, 204)]
    [TestCase("reader", "jonas", 200, 403, 403)]
    [TestCase("planner", "planner", 200, 201, 204)]
    [TestCase("planner", "jonas", 404, 403, 404)]
    [TestCase("member", "jonas", 404, 403, 404)]
    [TestCase("non-member", "jonas", 404, 404, 404)]
    [TestCase("manager", "nobody", 404, 404, 404)]
    [TestCase("anonymous", "jonas", 401, 401, 401)]
    [TestCase("anonymous", "me", 401, 401, 401)]
    public async Task Everybody_sees_his_own_and_writes_what_he_may(string who, string user, int view, int create, int delete)
    {
        var made = await world["admin"].PostJsonAsync(Of(user == "me" ? "jonas" : user), new { validFrom = Day(Unique()) });
        var path = user == "me" ? $"{Of("me")}/{made["id"]}" : Self(made);

        Assert.That((int)(await world[who].GetJsonAsync(Of(user))).Status, Is.EqualTo(view), "list");
        Assert.That((int)(await world[who].GetJsonAsync(path)).Status, Is.EqualTo(view), "show");
        Assert.That((int)(await world[who].PostJsonAsync(Of(user), new { validFrom = Day(Unique()) })).Status, Is.EqualTo(create), "create");
        Assert.That((int)(await world[who].PatchJsonAsync(path, new { fridayHours = 4 })).Status, Is.EqualTo(delete == 204 ? 200 : delete), "update");
        Assert.That((int)(await world[who].DeleteJsonAsync(path)).Status, Is.EqualTo(delete), "delete");
    }

    [Test]
    public async Task One_is_found_below_its_own_user_only_and_goes_with_him()
    {
        using (await world.Server.ClientOfAsync("leaver"))
        {
        }

        var made = await world["admin"].PostJsonAsync(Of("leaver"), new { validFrom = Day(7) });
        Assert.That((await world["admin"].GetJsonAsync($"{Of("me")}/{made["id"]}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world["admin"].DeleteJsonAsync("/api/v3/users/leaver")).Status, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await world["admin"].GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static int days = 1000;

    private static int Unique() => Interlocked.Increment(ref days);

    private static string Of(string user) => $"/api/v3/users/{user}/working_hours";

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private static string Day(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
