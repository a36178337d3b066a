using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Memberships;

/// <summary>Memberships over HTTP: who may give which roles to whom, and what is refused.</summary>
[OnEachDatabase]
public sealed class MembershipTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/memberships";

    private ApiServer server = null!;
    private HttpClient admin = null!;
    private Dictionary<string, string> roles = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        admin = server.Client();
        roles = (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray()
            .ToDictionary(r => r.GetProperty("name").GetString()!, r => $"/api/v3/roles/{r.GetProperty("id")}");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_membership_lives_from_its_form_to_its_removal()
    {
        var (project, user) = (await ProjectAsync("Life"), await UserAsync("liver"));
        var form = await admin.PostJsonAsync(Path + "/form", Body(user, project, "Reader"));
        Assert.That(form["_links/commit/method"].GetString(), Is.EqualTo("post"), form.ToString());
        Assert.That(
            form["_embedded/schema/roles/_links/allowedValues"].EnumerateArray().Select(v => v.GetProperty("title").GetString()),
            Is.EqualTo(new[] { "Member", "Reader", "Project admin" }));

        var made = await admin.PostJsonAsync(Path, form["_embedded/payload"].GetRawText());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_embedded/principal/_type"].GetString(), Is.EqualTo("User"));
        Assert.That(made["_embedded/project/name"].GetString(), Is.EqualTo("Life"));
        Assert.That(made["_embedded/roles/0/name"].GetString(), Is.EqualTo("Reader"));
        var changed = await admin.PatchJsonAsync(Self(made), new { _links = new { roles = new[] { Link(roles["Member"]) } } });
        Assert.That(changed["_links/roles/0/title"].GetString(), Is.EqualTo("Member"), changed.ToString());

        Assert.That((await admin.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await admin.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        var (project, user) = (await ProjectAsync("Refusals"), await UserAsync("refused"));
        var made = await admin.PostJsonAsync(Path, Body(user, project, "Reader"));

        await RefusedAsync(admin.PostJsonAsync(Path, Body(user, project, "Member")), "Principal has already been taken.");
        await RefusedAsync(admin.PostJsonAsync(Path, Body("/api/v3/users/999999", project, "Reader")), "Principal cannot be assigned to a project.");
        await RefusedAsync(admin.PostJsonAsync(Path, Body((await UserAsync("nogroup")).Replace("users", "groups", StringComparison.Ordinal), project, "Reader")), "Principal cannot be assigned to a project.");
        await RefusedAsync(admin.PostJsonAsync(Path, Body(await UserAsync("global"), project, "Staff and projects manager")), "Roles has an unassignable role.");
        await RefusedAsync(admin.PostJsonAsync(Path, Body(await UserAsync("builtin"), project, "Non member")), "Roles has an unassignable role.");
        await RefusedAsync(admin.PostJsonAsync(Path, new { _links = new { principal = Link(await UserAsync("none")), project = Link(project) } }), "Roles need to be assigned.");
        await RefusedAsync(admin.PatchJsonAsync(Self(made), new { _links = new { roles = Array.Empty<object>() } }), "Roles need to be assigned.");
        var moved = await admin.PatchJsonAsync(Self(made), new { _links = new { project = Link(await ProjectAsync("Elsewhere")) } });
        Assert.That(moved["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), moved.ToString());
    }

    [Test]
    public async Task Members_are_managed_where_the_role_says_so_and_seen_where_they_may_be()
    {
        var (project, other, user) = (await ProjectAsync("Managed"), await ProjectAsync("Other"), await UserAsync("helped"));
        await server.JoinAsync("boss", IdOf(project), "Project admin");
        await server.JoinAsync("guest", IdOf(project), "Reader");
        using var boss = await server.ClientOfAsync("boss");
        using var guest = await server.ClientOfAsync("guest");
        using var stranger = await server.ClientOfAsync("nobody");

        var made = await boss.PostJsonAsync(Path, Body(user, project, "Reader"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((await boss.GetJsonAsync(Path + "/available_projects"))["total"].GetInt32(), Is.EqualTo(1));
        await RefusedAsync(boss.PostJsonAsync(Path, Body(user, other, "Reader")), "Project is not set to one of the allowed values.");
        await RefusedAsync(boss.PostJsonAsync(Path, new { _links = new { principal = Link(user), roles = new[] { Link(roles["Reader"]) } } }), "Project can't be blank.");

        var seen = await guest.GetJsonAsync(Self(made));
        Assert.That(seen["_links"].TryGetProperty("updateImmediately", out _), Is.False, seen.ToString());
        Assert.That((await guest.PatchJsonAsync(Self(made), new { })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await guest.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await guest.PostJsonAsync(Path, Body(user, project, "Reader"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await guest.GetJsonAsync(Path + "/available_projects")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        Assert.That((await stranger.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_a_group_is_given_its_users_have_until_it_is_taken_away()
    {
        var (project, user) = (await ProjectAsync("Grouped"), await UserAsync("follower"));
        var group = await server.GroupAsync("Followers", "follower");
        var ofGroup = await admin.PostJsonAsync(Path, Body("/api/v3/groups/" + group, project, "Member", "Reader"));
        Assert.That(ofGroup.Status, Is.EqualTo(HttpStatusCode.Created), ofGroup.ToString());

        Assert.That(await RolesOfAsync(user, project), Is.EqualTo(new[] { "Member", "Reader" }));
        Assert.That((await admin.PatchJsonAsync(Self(ofGroup), new { _links = new { roles = new[] { Link(roles["Reader"]) } } })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await RolesOfAsync(user, project), Is.EqualTo(new[] { "Reader" }));
        Assert.That((await admin.DeleteJsonAsync(Self(ofGroup))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await RolesOfAsync(user, project), Is.Empty);
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static long IdOf(string href) => long.Parse(href.Split('/')[^1]);

    private static async Task RefusedAsync(Task<ApiAnswer> asked, string message)
    {
        var answer = await asked;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(answer["message"].GetString(), Is.EqualTo(message));
    }

    private object Body(string principal, string project, params string[] given) => new
    {
        _links = new { principal = Link(principal), project = Link(project), roles = given.Select(name => Link(roles[name])).ToArray() },
    };

    private async Task<string[]> RolesOfAsync(string user, string project)
    {
        var filters = $$$"""[{"principal":{"operator":"=","values":["{{{IdOf(user)}}}"]}},{"project":{"operator":"=","values":["{{{IdOf(project)}}}"]}}]""";
        var found = (await admin.GetJsonAsync(Path + "?filters=" + Uri.EscapeDataString(filters)))["_embedded/elements"];
        return [.. found.EnumerateArray().SelectMany(m => m.GetProperty("_links").GetProperty("roles").EnumerateArray()).Select(r => r.GetProperty("title").GetString()!)];
    }

    private async Task<string> ProjectAsync(string name)
    {
        var made = await admin.PostJsonAsync("/api/v3/projects", new { name });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task<string> UserAsync(string login)
    {
        var made = await admin.PostJsonAsync("/api/v3/users", new { login, firstName = login, lastName = "Test", email = login + "@example.net", status = "invited" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }
}
