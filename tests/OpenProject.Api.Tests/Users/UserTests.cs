using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Users;

/// <summary>Accounts over HTTP: who may make, see, change, lock and remove them, and what is refused.</summary>
[OnEachDatabase]
public sealed class UserTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/users";
    private const string Password = "Correct-horse-7-battery";

    private ApiServer server = null!;
    private HttpClient admin = null!;

    [OneTimeSetUp]
    public void Start() => (server, admin) = Opened(new ApiServer(provider));

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_new_user_is_active_and_the_password_is_stored_as_a_hash_only()
    {
        var made = await CreateAsync("ada");

        Assert.That(made["status"].GetString(), Is.EqualTo("active"));
        Assert.That(made["name"].GetString(), Is.EqualTo("Ada Lovelace"));
        Assert.That(made.Text, Does.Not.Contain("assword"));
        var hash = await HashOfAsync("ada");
        Assert.That(hash, Does.Not.Contain(Password));
        Assert.That(server.Services.GetRequiredService<IPasswords>().Matches(hash!, Password), Is.True);
        Assert.That(server.Services.GetRequiredService<IPasswords>().Matches(hash!, Password + "x"), Is.False);
    }

    [Test]
    public async Task Who_is_invited_needs_an_address_only()
    {
        var made = await admin.PostJsonAsync(Path, new { email = "grace@example.net", status = "invited" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["login"].GetString(), Is.EqualTo("grace@example.net"));
        Assert.That(made["status"].GetString(), Is.EqualTo("invited"));
    }

    [TestCase("""{"login":"n1","firstName":"a","lastName":"b","email":"n1@example.net"}""", "Password can't be blank.")]
    [TestCase("""{"login":"n1","firstName":"a","lastName":"b","email":"n1@example.net","password":"short"}""", "Password is too short (minimum is 10 characters).")]
    [TestCase("""{"login":"me","firstName":"a","lastName":"b","email":"n1@example.net","password":"long enough"}""", "Username is invalid.")]
    [TestCase("""{"login":"MIRA","firstName":"a","lastName":"b","email":"n1@example.net","password":"long enough"}""", "Username has already been taken.")]
    [TestCase("""{"login":"n1","firstName":"a","lastName":"b","email":"Mira@Example.net","password":"long enough"}""", "Email has already been taken.")]
    [TestCase("""{"login":"n1","firstName":"a","lastName":"b","email":"nowhere","password":"long enough"}""", "Email is invalid.")]
    [TestCase("""{"login":"n1","firstName":"a","lastName":"b","email":"n1@example.net","password":"long enough","status":"locked"}""", "Status is not a valid status for new users.")]
    public async Task A_wrong_account_is_refused_with_one_reason(string body, string message)
    {
        var answer = await admin.PostJsonAsync(Path, body);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That(answer["message"].GetString(), Is.EqualTo(message));
    }

    [Test]
    public async Task The_status_changes_by_locks_only_and_what_is_so_already_stays()
    {
        var created = await CreateAsync("turn");
        var self = Self(created);

        var patched = await admin.PatchJsonAsync(self, new { status = "locked" });
        Assert.That(patched["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), patched.ToString());
        var unlocked = await admin.DeleteJsonAsync(self + "/lock");
        Assert.That((unlocked["status"].GetString(), unlocked["updatedAt"].GetString()), Is.EqualTo(("active", created["updatedAt"].GetString())), unlocked.ToString());
        var locked = await admin.PostJsonAsync(self + "/lock");
        Assert.That(locked["status"].GetString(), Is.EqualTo("locked"), locked.ToString());
        Assert.That(locked["_links/unlock/method"].GetString(), Is.EqualTo("delete"));
        var again = await admin.PostJsonAsync(self + "/lock");
        Assert.That((again.Status, again["status"].GetString()), Is.EqualTo((HttpStatusCode.OK, "locked")), again.ToString());
        Assert.That((await admin.DeleteJsonAsync(self + "/lock"))["status"].GetString(), Is.EqualTo("active"));
    }

    [Test]
    public async Task Who_was_only_invited_is_not_let_in_by_an_unlock()
    {
        var invited = await admin.PostJsonAsync(Path, new { email = "turnstile@example.org", status = "invited" });

        var answer = await admin.DeleteJsonAsync(Self(invited) + "/lock");

        Assert.That(invited["status"].GetString(), Is.EqualTo("invited"), invited.ToString());
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":InvalidUserStatusTransition"));
    }

    [Test]
    public async Task Nobody_locks_or_removes_himself()
    {
        Assert.That((await admin.PostJsonAsync(Path + "/me/lock")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await admin.DeleteJsonAsync(Path + "/me")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_plain_user_sees_himself_whole_and_strangers_not_at_all()
    {
        using var plain = await server.ClientOfAsync("plain");
        var mine = await plain.GetJsonAsync(Path + "/me");
        var stranger = await CreateAsync("faraway");

        Assert.That(mine["login"].GetString(), Is.EqualTo("plain"), mine.ToString());
        Assert.That(mine.Body.TryGetProperty("admin", out _), Is.False);
        Assert.That((await plain.GetJsonAsync(Self(stranger))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await plain.GetJsonAsync(Path + "/faraway")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await plain.GetJsonAsync(Path)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await plain.PostJsonAsync(Path, new { login = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await plain.PatchJsonAsync(Self(mine), new { admin = true })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await plain.PatchJsonAsync(Self(mine), new { firstName = "Plainer" }))["firstName"].GetString(), Is.EqualTo("Plainer"));
    }

    [Test]
    public async Task A_member_of_the_same_project_is_seen_without_what_is_private()
    {
        using var jonas = await server.ClientOfAsync("jonas");

        var mira = await jonas.GetJsonAsync(Path + "/mira");

        Assert.That(mira["name"].GetString(), Does.StartWith("Mira "), mira.ToString());
        foreach (var hidden in new[] { "login", "email", "status", "admin", "firstName" })
            Assert.That(mira.Body.TryGetProperty(hidden, out _), Is.False, hidden);
        Assert.That((await jonas.PatchJsonAsync(Self(mira), new { firstName = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Who_manages_users_cannot_reach_above_himself()
    {
        await server.JoinAsync("clerk", projectId: null, "Staff and projects manager");
        using var clerk = await server.ClientOfAsync("clerk");

        var made = await clerk.PostJsonAsync(Path, Account("hired"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((await clerk.PatchJsonAsync(Path + "/admin", new { email = "clerk2@example.net" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await clerk.PatchJsonAsync(Self(made), new { admin = true }))["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"));
        Assert.That((await clerk.PatchJsonAsync(Self(made), new { password = "Another-7-password" }))["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"));
    }

    [Test]
    public async Task Ones_own_password_needs_the_present_one()
    {
        await CreateAsync("changer");
        using var changer = await server.ClientOfAsync("changer");
        const string Next = "Another-7-password";

        var blind = await changer.PatchJsonAsync(Path + "/me", new { password = Next });
        var wrong = await changer.PatchJsonAsync(Path + "/me", new { password = Next, currentPassword = "wrong" });
        Assert.That(blind.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), blind.ToString());
        Assert.That(wrong["message"].GetString(), Is.EqualTo("Current password is incorrect."));
        var right = await changer.PatchJsonAsync(Path + "/me", new { password = Next, currentPassword = Password });

        Assert.That(right.Status, Is.EqualTo(HttpStatusCode.OK), right.ToString());
        Assert.That(server.Services.GetRequiredService<IPasswords>().Matches((await HashOfAsync("changer"))!, Next), Is.True);
    }

    [Test]
    public async Task A_removed_user_leaves_his_work_to_the_deleted_user()
    {
        var made = await CreateAsync("leaver");
        var project = (await admin.GetJsonAsync("/api/v3/memberships"))["_embedded/elements/0/_links/project/href"].GetString()!;
        await server.JoinAsync("leaver", long.Parse(project.Split('/')[^1]), "Member");
        using var leaver = await server.ClientOfAsync("leaver");
        var work = await leaver.PostJsonAsync(
            "/api/v3/work_packages", new { subject = "Left behind", _links = new { project = new { href = project }, assignee = new { href = Self(made) } } });
        Assert.That(work.Status, Is.EqualTo(HttpStatusCode.Created), work.ToString());

        var removed = await admin.DeleteJsonAsync(Self(made));

        Assert.That(removed.Status, Is.EqualTo(HttpStatusCode.Accepted), removed.ToString());
        Assert.That((await admin.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await leaver.GetJsonAsync(Path + "/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        var left = await admin.GetJsonAsync(work["_links/self/href"].GetString()!);
        Assert.That(left["_links/author/title"].GetString(), Is.EqualTo("Deleted user"));
        Assert.That(left["_links/assignee/title"].GetString(), Is.EqualTo("Deleted user"));
    }

    [Test]
    public async Task The_form_reports_errors_and_offers_a_commit_when_there_are_none()
    {
        var self = Self(await CreateAsync("formed"));

        var good = await admin.PostJsonAsync(self + "/form", new { firstName = "Q" });
        var bad = await admin.PostJsonAsync(self + "/form", new { email = "" });

        Assert.That(good["_links/commit/method"].GetString(), Is.EqualTo("patch"), good.ToString());
        Assert.That(good["_embedded/payload"].TryGetProperty("password", out _), Is.False);
        Assert.That(bad["_embedded/validationErrors/email/message"].GetString(), Is.EqualTo("Email can't be blank."));
    }

    private static (ApiServer Server, HttpClient Admin) Opened(ApiServer server) => (server, server.Client());

    private static object Account(string login) =>
        new { login, firstName = "Ada", lastName = "Lovelace", email = login + "@example.net", password = Password, admin = false, language = "en", status = "active" };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private async Task<ApiAnswer> CreateAsync(string login)
    {
        var made = await admin.PostJsonAsync(Path, Account(login));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private async Task<string?> HashOfAsync(string login)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        return await store.FirstOrDefaultAsync(store.Rows<User>().Where(u => u.Login == login).Select(u => u.PasswordHash), default);
    }
}
