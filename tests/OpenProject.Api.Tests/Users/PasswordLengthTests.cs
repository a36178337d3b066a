using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Users;

[TestFixture]
public sealed class PasswordLengthTests
{
    [Test]
    public async Task How_long_passwords_must_be_is_a_setting()
    {
        using var server = new ApiServer(("Passwords:MinLength", "16"), ("Seed:Demo", "none"), ("Seed:AdminPassword", "sixteen letters!"));
        using var admin = server.Client();

        var shorter = await admin.PostJsonAsync("/api/v3/users", Account(new string('p', 15)));
        var longest = await admin.PostJsonAsync("/api/v3/users", Account(new string('p', 128)));
        var longer = await admin.PostJsonAsync("/api/v3/users", Account(new string('p', 129)));

        Assert.That(shorter["message"].GetString(), Is.EqualTo("Password is too short (minimum is 16 characters)."));
        Assert.That(longest.Status, Is.EqualTo(HttpStatusCode.Created), longest.ToString());
        Assert.That(longer["message"].GetString(), Is.EqualTo("Password is too long (maximum is 128 characters)."));
    }

    private static object Account(string password) =>
        new { login = $"ada{password.Length}", firstName = "Ada", lastName = "Lovelace", email = $"ada{password.Length}@example.net", password, status = "active" };
}
