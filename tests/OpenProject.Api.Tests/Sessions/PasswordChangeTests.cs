using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>A password that must be changed opens nothing else.</summary>
[TestFixture]
public sealed class PasswordChangeTests
{
    private const string First = ApiServer.AdminPassword;
    private const string Next = "Another-7-password";

    private ApiServer server = null!;

    [SetUp]
    public void Start() => server = new ApiServer(("Seed:Demo", "none"));

    [TearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task The_first_password_leads_to_its_change_and_the_new_one_in()
    {
        using var browser = Browser.Of(server);
        var page = await browser.SignInAsync("admin", First, "/docs");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.ToString());
        Assert.That(Browser.Document(page).QuerySelector("h1")!.TextContent, Is.EqualTo("Change the password"));
        Assert.That((await browser.OpenAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        var changed = await ChangeAsync(browser, page, First, Next, Next);

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.Redirect), changed.ToString());
        Assert.That(changed.Headers.Location!.ToString(), Is.EqualTo("/docs"));
        Assert.That((await browser.OpenAsync("/")).Text, Does.Contain("Your password has been changed.").And.Contain("Signed in as OpenProject Admin"));
        using var again = Browser.Of(server);
        Assert.That((await again.SignInAsync("admin", First)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await again.SignInAsync("admin", Next)).Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("wrong", Next, Next, "password", "The present password is wrong, or there were too many attempts.")]
    [TestCase(First, Next, "Another-8-password", "new_password_confirmation", "The two new passwords are not the same.")]
    [TestCase(First, "too short", "too short", "new_password", "Password is too short (minimum is 10 characters).")]
    [TestCase(First, "", "", "new_password", "Password is too short (minimum is 10 characters).")]
    [TestCase(First, First, First, "new_password", "The new password must not be the present one.")]
    public async Task What_is_wrong_stands_at_its_field(string present, string next, string confirmation, string field, string message)
    {
        using var browser = Browser.Of(server);
        var page = await browser.SignInAsync("admin", First);

        var answer = await ChangeAsync(browser, page, present, next, confirmation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        var document = Browser.Document(answer);
        var input = document.QuerySelector("#" + field)!;
        Assert.That(document.Title, Does.StartWith("Error: "));
        Assert.That(input.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(document.QuerySelector($"#{field}-error")!.TextContent, Is.EqualTo(message));
        Assert.That(input.GetAttribute("aria-describedby"), Does.Contain(field + "-error"));
        Assert.That(document.QuerySelector($"[role=alert] a[href='#{field}']")!.TextContent, Is.EqualTo(message));
        Assert.That((await browser.OpenAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_password_that_was_changed_ends_the_sessions_of_the_old_one()
    {
        await server.AccountAsync("ada", First);
        using var old = Browser.Of(server);
        await old.SignInAsync("ada", First);
        var me = await old.OpenAsync("/api/v3/users/me");

        using var admin = server.Client();
        var patched = await admin.PatchJsonAsync(me["_links/self/href"].GetString()!, new { password = Next });

        Assert.That(patched.Status, Is.EqualTo(HttpStatusCode.OK), patched.ToString());
        Assert.That((await old.OpenAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static Task<ApiAnswer> ChangeAsync(Browser browser, ApiAnswer page, string present, string next, string confirmation) =>
        browser.SubmitAsync(page, "/login/password", ("password", present), ("new_password", next), ("new_password_confirmation", confirmation));
}
