using System.Net;
using System.Text.RegularExpressions;
using AutoMapper;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;
using OpenProject.Application.Sessions;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Pages;

[TestFixture]
public sealed partial class PageTests
{
    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer(("ApiV3:InstanceName", "Bridges & <Roads>"));

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [TestCase("/")]
    [TestCase("/docs")]
    public async Task A_page_is_public_and_loads_nothing_from_elsewhere(string path)
    {
        var answer = await server.Anonymous().GetJsonAsync(path);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
            Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none';").And.Not.Contain("unsafe"));
            Assert.That(answer.Text, Does.Contain("Bridges &amp; &lt;Roads&gt;").And.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("{{"));
        });
    }

    [TestCase("/")]
    [TestCase("/docs")]
    public async Task Every_address_on_a_page_answers(string path)
    {
        var page = await server.Anonymous().GetJsonAsync(path);
        var addresses = Address().Matches(page.Text).Select(m => m.Groups["address"].Value).Distinct().ToList();

        Assert.That(addresses, Has.Count.GreaterThan(3));
        foreach (var address in addresses)
            Assert.That((await server.Client().GetJsonAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
    }

    [Test]
    public async Task The_landing_page_names_the_installation()
    {
        var metadata = await server.Anonymous().GetJsonAsync("/.well-known/openproject-metadata");
        var page = await server.Anonymous().GetJsonAsync("/");

        Assert.That(page.Text, Does.Contain($"<code>{metadata["installation_uuid"]}</code>"));
        Assert.That(page.Text, Does.Contain("<a href=\"/.well-known/openproject-metadata\">"));
    }

    [Test]
    public async Task The_landing_page_opens_while_the_database_does_not_answer()
    {
        var isAway = false;
        var away = new ProblemException(new Problem.Unavailable());
        var (installations, sessions) = (new Mock<IInstallations>(), new Mock<ISessions>());
        installations.Setup(i => i.FindAsync(It.IsAny<CancellationToken>())).ThrowsAsync(away);
        sessions.Setup(s => s.FindAliveAsync(It.IsAny<string>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).ThrowsAsync(away);
        await server.AccountAsync("operator", "Operator-password");
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var other = server.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            var stored = services.Single(service => service.ServiceType == typeof(ISessions)).ImplementationType!;
            services.AddScoped(scope => isAway ? sessions.Object : (ISessions)ActivatorUtilities.CreateInstance(scope, stored));
            services.AddScoped(scope => new InstallationService(
                isAway ? installations.Object : scope.GetRequiredService<IInstallations>(), new InstallationOverride(null), new KnownInstallation(), scope.GetRequiredService<IMapper>()));
            services.AddSingleton<TimeProvider>(clock);
        }));
        using var browser = Browser.Of(other);
        await browser.SignInAsync("operator", "Operator-password");

        isAway = true;
        clock.Advance(TimeSpan.FromSeconds(2));
        var page = await browser.OpenAsync("/");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.ToString());
        Assert.That(page.Text, Does.Contain("while the database does not answer").And.Contain("Sign in"));
        Assert.That((await browser.OpenAsync("/api/v3")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task What_is_not_served_yet_is_not_linked()
    {
        var page = await server.Anonymous().GetJsonAsync("/");

        Assert.That(page.Text, Does.Contain("<a href=\"/api/v3\">API v3</a>"));
        Assert.That(page.Text, Does.Not.Contain("href=\"/mcp\""));
    }

    [Test]
    public async Task A_file_that_is_none_of_a_page_is_not_found()
    {
        var answer = await server.Anonymous().GetJsonAsync("/pages/landing.html");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [GeneratedRegex("(?:href|src|data-contract)=\"(?<address>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
