using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>Logs tell what happened, not the secrets it happened with, however much detail is asked for.</summary>
[TestFixture]
public sealed class LogTests
{
    [TestCase("Logging:LogLevel:Default")]
    [TestCase("Logging:LogLevel:OpenIddict")]
    public async Task No_secret_is_logged_however_much_is(string setting)
    {
        using var world = new OAuthWorld(DatabaseProvider.Sqlite, ("Logging:LogLevel:Default", "Trace"), (setting, "Trace"));
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var user = await world.UserIdAsync("mira");
        var code = await world.CodeAsync(application, user);
        var first = await world.ExchangeAsync(application, code);
        var second = await world.RefreshAsync(application, Text(first, "refresh_token"));
        await world.CallAsync(Text(second, "access_token"));
        await world.AskAsync("/oauth/introspect", application, ("token", Text(second, "access_token")));
        await world.AskAsync("/oauth/revoke", application, ("token", Text(second, "refresh_token")));
        await world.TokenAsync(application with { Secret = "a-wrong-but-maybe-nearly-right-secret" }, ("grant_type", "client_credentials"));
        var renewed = await world.AdministerAsync(s => s.GetRequiredService<OAuthApplicationService>().RenewSecretAsync(application.Id, default));

        string[] secrets =
        [
            application.Secret!, renewed.Secret!, "a-wrong-but-maybe-nearly-right-secret", code, OAuthWorld.Verifier,
            Text(first, "access_token"), Text(first, "refresh_token"), Text(second, "access_token"), Text(second, "refresh_token"),
        ];

        Assert.That(world.Log, Has.Count.GreaterThan(500));
        foreach (var secret in secrets)
            Assert.That(world.Log.Where(line => line.Contains(secret, StringComparison.Ordinal)), Is.Empty);
    }

    private static string Text(ApiAnswer answer, string name) => answer[name].GetString()!;
}
