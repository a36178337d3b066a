using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Roles;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.TimeEntries;

/// <summary>Who may do what with one's own time and with that of others.</summary>
[OnEachDatabase]
public sealed class TimeEntryPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/time_entries";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("owner", "olga"), ("logger", "lars"));
        await RoleAsync("Books his own", "view_work_packages", "view_own_time_entries", "log_own_time");
        await RoleAsync("Books and edits", "view_work_packages", "view_own_time_entries", "log_own_time", "edit_own_time_entries");
        var project = long.Parse(world.Projects["public"].Split('/')[^1]);
        await world.Server.JoinAsync("olga", project, "Books his own");
        await world.Server.JoinAsync("lars", project, "Books and edits");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    // Time of the administrator's.
    [TestCase("admin", "public", 200, 200, 204)]
    [TestCase("member", "public", 200, 403, 403)]
    [TestCase("owner", "public", 404, 404, 404)]
    [TestCase("reader", "public", 404, 404, 404)]
    [TestCase("non-member", "public", 404, 404, 404)]
    [TestCase("anonymous", "public", 404, 404, 404)]
    [TestCase("member", "private", 404, 404, 404)]
    public async Task Time_of_others_is_seen_and_changed_as_the_role_says(string who, string project, int view, int update, int delete)
    {
        var self = Self(await world["admin"].PostJsonAsync(Path, await BodyAsync(project)));

        var seen = await world[who].GetJsonAsync(self);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That(view == 200 && seen["_links"].TryGetProperty("updateImmediately", out _), Is.EqualTo(update == 200));
        Assert.That((await world[who].GetJsonAsync(Path + "?pageSize=1000")).Text.Contains($"\"{self}\"", StringComparison.Ordinal), Is.EqualTo(view == 200));
        Assert.That((int)(await world[who].PatchJsonAsync(self, new { hours = "PT2H" })).Status, Is.EqualTo(update));
        Assert.That((int)(await world[who].PostJsonAsync(self + "/form", new { })).Status, Is.EqualTo(update));
        Assert.That((int)(await world[who].DeleteJsonAsync(self)).Status, Is.EqualTo(delete));
    }

    [TestCase("admin", 201, 200, 204)]
    [TestCase("member", 201, 200, 204)]
    [TestCase("logger", 201, 200, 204)]
    [TestCase("owner", 201, 403, 403)]
    public async Task Ones_own_time_is_booked_and_changed_as_the_role_says(string who, int create, int update, int delete)
    {
        var made = await world[who].PostJsonAsync(Path, await BodyAsync("public"));

        Assert.That((int)made.Status, Is.EqualTo(create), made.ToString());
        Assert.That((int)(await world[who].GetJsonAsync(Self(made))).Status, Is.EqualTo(200));
        Assert.That((int)(await world[who].PatchJsonAsync(Self(made), new { hours = "PT2H" })).Status, Is.EqualTo(update));
        Assert.That((int)(await world[who].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(delete));
    }

    [TestCase("reader", "public", 403)]
    [TestCase("non-member", "public", 403)]
    [TestCase("anonymous", "public", 403)]
    [TestCase("member", "private", 422)]
    [TestCase("non-member", "private", 403)]
    public async Task Who_may_not_book_time_cannot(string who, string project, int create) =>
        Assert.That((int)(await world[who].PostJsonAsync(Path, await BodyAsync(project))).Status, Is.EqualTo(create));

    [Test]
    public async Task What_is_going_on_may_be_ended_by_whoever_began_it()
    {
        var made = await world["owner"].PostJsonAsync(Path, await BodyAsync("public", ongoing: true));

        Assert.That((int)made.Status, Is.EqualTo(201), made.ToString());
        Assert.That((int)(await world["owner"].PatchJsonAsync(Self(made), new { ongoing = false, hours = "PT1H" })).Status, Is.EqualTo(200));
        Assert.That((int)(await world["owner"].PatchJsonAsync(Self(made), new { hours = "PT2H" })).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Time_of_others_is_booked_by_those_who_may_book_any()
    {
        var olga = Self(await world["owner"].GetJsonAsync("/api/v3/users/me"));

        var booked = await world["member"].PostJsonAsync(Path, await BodyAsync("public", user: olga));
        Assert.That((int)booked.Status, Is.EqualTo(201), booked.ToString());
        Assert.That(booked["_links/user/href"].GetString(), Is.EqualTo(olga));
        var refused = await world["logger"].PostJsonAsync(Path, await BodyAsync("public", user: olga));
        Assert.That((int)refused.Status, Is.EqualTo(422), refused.ToString());
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"));
    }

    [Test]
    public async Task Of_work_packages_everybody_sees_the_time_that_he_may_see()
    {
        var work = Self(await WorkPackageAsync("public"));
        object Body() => new { hours = "PT1H", spentOn = "2026-03-02", _links = new { entity = new { href = work } } };
        foreach (var who in new[] { "admin", "owner", "owner" })
            Assert.That((int)(await world[who].PostJsonAsync(Path, Body())).Status, Is.EqualTo(201), who);

        Assert.That((await world["member"].GetJsonAsync(work))["spentTime"].GetString(), Is.EqualTo("PT3H"));
        Assert.That((await world["owner"].GetJsonAsync(work))["spentTime"].GetString(), Is.EqualTo("PT2H"));
        var reader = await world["reader"].GetJsonAsync(work);
        Assert.That((reader.Body.TryGetProperty("spentTime", out _), reader["_links"].TryGetProperty("timeEntries", out _), reader["_links"].TryGetProperty("logTime", out _)), Is.EqualTo((false, false, false)));
    }

    [TestCase("member", 200, 200, 200)]
    [TestCase("reader", 403, 403, 404)]
    [TestCase("anonymous", 403, 403, 404)]
    public async Task Lists_schemas_and_kinds_of_work_are_for_those_who_have_to_do_with_time(string who, int list, int schema, int activity)
    {
        Assert.That((int)(await world[who].GetJsonAsync(Path)).Status, Is.EqualTo(list));
        Assert.That((int)(await world[who].GetJsonAsync(Path + "/schema")).Status, Is.EqualTo(schema));
        Assert.That((int)(await world[who].GetJsonAsync(Path + "/available_projects")).Status, Is.EqualTo(list));
        Assert.That((int)(await world[who].GetJsonAsync(Path + "/activities/1")).Status, Is.EqualTo(activity));
        var kinds = await world[who].GetJsonAsync(Path + "/activities");
        Assert.That((kinds.Status, kinds["total"].GetInt32() > 0), Is.EqualTo((HttpStatusCode.OK, activity == 200)), kinds.ToString());
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private async Task<object> BodyAsync(string project, bool ongoing = false, string? user = null)
    {
        var entity = new { href = Self(await WorkPackageAsync(project)) };
        var hours = ongoing ? null : "PT1H";
        return user is null
            ? new { hours, ongoing, spentOn = "2026-03-02", _links = (object)new { entity } }
            : new { hours, ongoing, spentOn = "2026-03-02", _links = (object)new { entity, user = new { href = user } } };
    }

    private Task<ApiAnswer> WorkPackageAsync(string project) => world["admin"].PostJsonAsync(
        "/api/v3/work_packages", new { subject = "Table", _links = new { project = new { href = world.Projects[project] } } });

    private async Task RoleAsync(string name, params string[] permissions)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var role = Role.Create(name, RoleKind.Project, 20, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        role.SetPermissions(permissions.Select(p => Permissions.Find(p)!));
        services.GetRequiredService<IAggregates<Role>>().Add(role);
        await services.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }
}
