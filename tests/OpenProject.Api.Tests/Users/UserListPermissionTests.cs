using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Users;

/// <summary>Who may list users, and what the list tells him of what is hidden.</summary>
[OnEachDatabase]
public sealed class UserListPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/users";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("project admin", "aiko"), ("staff", "staff"));
        await world.Server.JoinAsync("staff", null, "Staff and projects manager");
        Assert.That((await world["reader"].PatchJsonAsync("/api/v3/my_preferences", new { hideMail = false })).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", 200, 200)]
    [TestCase("staff", 200, 200)]
    [TestCase("project admin", 200, 403)]
    [TestCase("member", 403, 403)]
    [TestCase("reader", 403, 403)]
    [TestCase("non-member", 403, 403)]
    [TestCase("anonymous", 403, 403)]
    public async Task Users_are_listed_to_those_who_manage_people_and_made_by_those_who_create_them(string who, int list, int form)
    {
        Assert.That((int)(await world[who].GetJsonAsync(Path)).Status, Is.EqualTo(list));
        Assert.That((int)(await world[who].PostJsonAsync(Path + "/form", new { login = "new" })).Status, Is.EqualTo(form));
    }

    [TestCase("project admin", "name", "~", "mira", "mira")]
    [TestCase("project admin", "name", "~", "mira@", "")]
    [TestCase("project admin", "name", "~", "jonas@", "jonas")]
    [TestCase("project admin", "any_name_attribute", "**", "mira@", "")]
    [TestCase("project admin", "login", "=", "mira", "")]
    [TestCase("staff", "name", "~", "mira@", "mira")]
    [TestCase("staff", "login", "=", "mira", "mira")]
    [TestCase("staff", "any_name_attribute", "**", "mira@", "mira")]
    public async Task What_is_hidden_is_not_found(string who, string filter, string symbol, string value, string login)
    {
        var list = await world[who].GetJsonAsync($$$"""{{{Path}}}?filters=[{"{{{filter}}}":{"operator":"{{{symbol}}}","values":["{{{value}}}"]}}]""");

        var found = list["_embedded/elements"].EnumerateArray().Select(u => u.GetProperty("_links").GetProperty("self").GetProperty("title").GetString()!);
        Assert.That(found.Select(name => name.Split(' ')[0].ToLowerInvariant()), Is.EqualTo(login.Length == 0 ? [] : new[] { login }));
    }

    [Test]
    public async Task What_is_hidden_orders_nothing()
    {
        foreach (var key in new[] { "login", "email" })
        {
            var (up, down) = (await IdsAsync("project admin", $$"""["{{key}}","asc"]"""), await IdsAsync("project admin", $$"""["{{key}}","desc"]"""));
            var shown = (await world["reader"].GetJsonAsync(Path + "/me"))["id"].GetInt64();
            Assert.That(up.Where(id => key == "login" || id != shown), Is.EqualTo(down.Where(id => key == "login" || id != shown)).And.Ordered, key);
            Assert.That(await IdsAsync("staff", $$"""["{{key}}","asc"]"""), Is.Not.Ordered, key);
        }
    }

    [Test]
    public async Task The_form_of_a_new_user_says_what_is_wrong_and_offers_a_commit_when_nothing_is()
    {
        var wrong = await world["admin"].PostJsonAsync(Path + "/form", new { login = "mira" });
        Assert.That(wrong["_embedded/validationErrors"].EnumerateObject().Select(e => e.Name), Does.Contain("login").And.Contain("email"), wrong.ToString());
        Assert.That(wrong["_links"].TryGetProperty("commit", out _), Is.False);

        var right = await world["admin"].PostJsonAsync(Path + "/form", new { email = "formed@example.net", status = "invited" });
        Assert.That((right["_links/commit/method"].GetString(), right["_links/commit/href"].GetString()), Is.EqualTo(("post", Path)), right.ToString());
        Assert.That((await world["admin"].PostJsonAsync(Path, right["_embedded/payload"].GetRawText())).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    private async Task<long[]> IdsAsync(string who, string order)
    {
        var list = await world[who].GetJsonAsync($"{Path}?pageSize=100&sortBy=[{order}]");
        return [.. list["_embedded/elements"].EnumerateArray().Select(u => u.GetProperty("id").GetInt64())];
    }
}
