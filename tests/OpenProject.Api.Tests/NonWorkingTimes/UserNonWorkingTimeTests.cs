using System.Net;
using OpenProject.Api.Tests.WorkingHours;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.NonWorkingTimes;

/// <summary>When users do not work, over HTTP.</summary>
[OnEachDatabase]
public sealed class UserNonWorkingTimeTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await WorkingTimeWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_non_working_time_lives_from_creation_to_removal()
    {
        var client = world["planner"];
        var made = await client.PostJsonAsync(Of("me"), new { startDate = "2031-12-29", endDate = "2032-01-04" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["startDate"].GetString(), made["_links/user/title"].GetString()), Is.EqualTo(("UserNonWorkingTime", "2031-12-29", "planner Test")));
        var day = await client.PostJsonAsync(Of("planner"), new { startDate = "2032-01-05", endDate = "2032-01-05" });

        Assert.That(await StartsAsync(client, "?year=2031"), Is.EqualTo(new[] { "2031-12-29" }));
        Assert.That(await StartsAsync(client, "?year=2032"), Is.EqualTo(new[] { "2031-12-29", "2032-01-05" }));
        Assert.That(await StartsAsync(client, ""), Is.Empty, "none in the present year");
        var changed = await client.PatchJsonAsync(Self(made), new { endDate = "2032-01-03" });
        Assert.That((changed["startDate"].GetString(), changed["endDate"].GetString()), Is.EqualTo(("2031-12-29", "2032-01-03")), changed.ToString());

        foreach (var time in new[] { made, day })
            Assert.That((await client.DeleteJsonAsync(Self(time))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{"endDate":"2029-07-01"}""", "startDate", "Start date can't be blank.")]
    [TestCase("""{"startDate":"2029-07-01"}""", "endDate", "End date can't be blank.")]
    [TestCase("""{"startDate":"2029-07-02","endDate":"2029-07-01"}""", "endDate", "End date must be greater than or equal to start date.")]
    [TestCase("""{"startDate":"2029-06-20","endDate":"2029-06-25"}""", "base", "Non-working time overlaps with another one of the user.")]
    [TestCase("""{"startDate":"2029-06-01","endDate":"2029-06-18"}""", "base", "Non-working time overlaps with another one of the user.")]
    [TestCase("""{"startDate":"2029-06-19","endDate":"2029-06-19"}""", "base", "Non-working time overlaps with another one of the user.")]
    public async Task What_cannot_be_is_refused(string body, string attribute, string message)
    {
        await world["admin"].PostJsonAsync(Of("me"), new { startDate = "2029-06-18", endDate = "2029-06-20" });

        var refused = await world["admin"].PostJsonAsync(Of("me"), body);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    [Test]
    public async Task Of_many_at_once_that_overlap_one_is_stored()
    {
        var made = await Task.WhenAll(Enumerable.Range(1, 8).Select(day => world["planner"].PostJsonAsync(Of("me"), new { startDate = $"2035-03-0{day}", endDate = "2035-03-20" })));

        Assert.That(made.Count(m => m.Status == HttpStatusCode.Created), Is.EqualTo(1), string.Join("\n", made.Select(m => m.ToString())));
        Assert.That(made.Where(m => m.Status != HttpStatusCode.Created).Select(m => m["_embedded/details/attribute"].GetString()), Is.All.EqualTo("base"));
        Assert.That(await StartsAsync(world["planner"], "?year=2035"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Those_of_others_are_no_hindrance()
    {
        foreach (var user in new[] { "mira", "jonas" })
            Assert.That((await world["manager"].PostJsonAsync(Of(user), new { startDate = "2028-06-18", endDate = "2028-06-20" })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("soon")]
    [TestCase("0")]
    [TestCase("10000")]
    public async Task A_year_is_a_number(string year) =>
        Assert.That((await world["admin"].GetJsonAsync($"{Of("me")}?year={year}")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [TestCase("admin", "jonas", 200, 201, 204)]
    [TestCase("manager", "jonas", 200, 201, 204)]
    [TestCase("planner", "planner", 200, 201, 204)]
    // His own are seen by him who may say them.
    [TestCase("reader", "jonas", 404, 403, 404)]
    [TestCase("planner", "jonas", 404, 403, 404)]
    [TestCase("non-member", "jonas", 404, 404, 404)]
    [TestCase("manager", "nobody", 404, 404, 404)]
    [TestCase("anonymous", "jonas", 401, 401, 401)]
    public async Task Non_working_times_are_seen_and_written_by_those_who_manage_them(string who, string user, int view, int create, int delete)
    {
        var made = await world["admin"].PostJsonAsync(Of(user), Days());

        Assert.That((int)(await world[who].GetJsonAsync(Of(user))).Status, Is.EqualTo(view), "list");
        Assert.That((int)(await world[who].GetJsonAsync(Self(made))).Status, Is.EqualTo(view), "show");
        Assert.That((int)(await world[who].PostJsonAsync(Of(user), Days())).Status, Is.EqualTo(create), "create");
        Assert.That((int)(await world[who].PatchJsonAsync(Self(made), new { })).Status, Is.EqualTo(delete == 204 ? 200 : delete), "update");
        Assert.That((int)(await world[who].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(delete), "delete");
    }

    private static int years = 2100;

    private static object Days() => new { startDate = $"{Interlocked.Increment(ref years)}-01-01", endDate = $"{years}-01-02" };

    private static string Of(string user) => $"/api/v3/users/{user}/non_working_times";

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    private static async Task<string[]> StartsAsync(HttpClient client, string query)
    {
        var list = await client.GetJsonAsync(Of("me") + query);
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return [.. list["_embedded/elements"].EnumerateArray().Select(t => t.GetProperty("startDate").GetString()!)];
    }
}
