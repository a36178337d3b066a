using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Tools register themselves where that is wanted, in bounds, and people are told who it is that asks.</summary>
[OnEachDatabase]
public sealed class BcfRegistrationTests(DatabaseProvider provider)
{
    private const string Path = ApiModels.Root + "/register";
    private const string Callback = "https://tool.example/callback";
    private const string Password = "Correct-horse-7-battery";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient tool = null!;

    [SetUp]
    public void Start()
    {
        server = new ApiServer(provider, ("Bcf:DynamicRegistration", "true"))
        {
            TestServices = services => services.AddSingleton<TimeProvider>(clock).AddTransient<IStartupFilter, FromAddress>(),
        };
        tool = server.Anonymous();
    }

    [TearDown]
    public void Stop()
    {
        tool.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Nobody_registers_himself_unless_that_is_wanted()
    {
        using var closed = new ApiServer(provider);
        using var caller = closed.Anonymous();

        Assert.That((int)(await caller.PostJsonAsync(Path, new { client_name = "Tool", redirect_url = Callback })).Status, Is.EqualTo(404));
        Assert.That((await caller.GetJsonAsync(ApiModels.Root + "/auth")).Body.TryGetProperty("oauth2_dynamic_client_reg_url", out _), Is.False);
    }

    [Test]
    public async Task A_tool_gets_an_id_and_a_secret_that_nobody_keeps_and_may_ask_for_topics_alone()
    {
        Assert.That((await tool.GetJsonAsync("/bcf/2.1/auth"))["oauth2_dynamic_client_reg_url"].GetString(), Does.EndWith(Path));
        var made = await tool.PostJsonAsync("/bcf/2.1/register", new { client_name = "OpenProject", redirect_url = Callback, unknown = 1 });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(made.Body.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "client_id", "client_secret" }));
        await server.AccountAsync("ada", Password);
        using var browser = Browser.Of(server);
        await browser.SignInAsync("ada", Password);
        string Asking(string scope) =>
            $"/oauth/authorize?response_type=code&client_id={made["client_id"].GetString()}&redirect_uri={Uri.EscapeDataString(Callback)}&scope={scope}&state=s";
        var asked = await browser.OpenAsync(Asking("bcf_v2_1"));
        Assert.That(asked.Text, Does.Contain("It has registered itself with this name").And.Contain("tool.example"));
        Assert.That((await browser.OpenAsync(Asking("api_v3"))).Text, Does.Not.Contain("<form"));
    }

    [TestCase("""{}""", 422, "Multiple field constraints have been violated. Client name can't be blank. Redirect url can't be blank.")]
    [TestCase("""{"client_name":1,"redirect_url":"https://tool.example"}""", 422, "Client name is invalid.")]
    [TestCase("""{"client_name":"x","redirect_url":"http://tool.example"}""", 422, "Redirect URI must be an HTTPS URI, or lead back to the same device.")]
    [TestCase("""{"client_name":"x","redirect_url":"javascript:alert(1)"}""", 422, "Redirect URI must be an HTTPS URI, or lead back to the same device.")]
    [TestCase("""{"client_name":"1234567890123456789012345678901234567890123456789012345678901","redirect_url":"https://tool.example"}""", 422, "Client name is too long (maximum is 60 characters).")]
    [TestCase("""{"client_name":"x","redirect_url":" urn:ietf:wg:oauth:2.0:oob"}""", 422, "Redirect URI must lead to the application.")]
    [TestCase("""[]""", 400, "The request body was not a single JSON object.")]
    public async Task A_wrong_registration_is_refused(string body, int status, string message)
    {
        var answer = await tool.PostJsonAsync(Path, body);

        Assert.That(((int)answer.Status, answer["message"].GetString()), Is.EqualTo((status, message)));
    }

    [Test]
    public async Task Only_so_many_register_in_an_hour_from_one_address()
    {
        for (var count = 0; count < 20; count++)
            Assert.That((int)(await RegisterAsync("198.51.100.7")).Status, Is.EqualTo(201));
        var refused = await RegisterAsync("::ffff:198.51.100.7");
        Assert.That((int)refused.Status, Is.EqualTo(429), refused.ToString());
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(refused["message"].GetString(), Is.EqualTo("Too many applications have registered themselves from this address. Try again later."));
        Assert.That((int)(await RegisterAsync("198.51.100.8")).Status, Is.EqualTo(201), "Nobody else is kept out.");

        clock.Advance(TimeSpan.FromHours(1));
        Assert.That((int)(await RegisterAsync("198.51.100.7")).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Whoever_has_a_network_of_IPv6_is_one_caller()
    {
        for (var count = 0; count < 20; count++)
            Assert.That((int)(await RegisterAsync($"2001:db8:0:1::{count + 1:x}")).Status, Is.EqualTo(201));

        Assert.That((int)(await RegisterAsync("2001:db8:0:1:ffff::1")).Status, Is.EqualTo(429));
        Assert.That((int)(await RegisterAsync("2001:db8:0:2::1")).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_tool_that_an_administrator_has_changed_is_no_stranger()
    {
        var made = await RegisterAsync("198.51.100.7");
        await server.AccountAsync("ada", Password);
        using var browser = Browser.Of(server);
        await browser.SignInAsync("ada", Password);
        var asking = $"/oauth/authorize?response_type=code&client_id={made["client_id"].GetString()}&redirect_uri={Uri.EscapeDataString(Callback)}&scope=bcf_v2_1&state=s";
        Assert.That((await browser.OpenAsync(asking)).Text, Does.Contain("It has registered itself with this name"));

        await using (var scope = server.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
            var admin = await database.Set<User>().SingleAsync(u => u.Admin && u.Login == "admin");
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(admin.Id, admin.Name, IsAdmin: true, IsAnonymous: false));
            var clientId = made["client_id"].GetString();
            var id = await database.Set<OAuthApplication>().Where(a => a.ClientId == clientId).Select(a => a.Id).SingleAsync();
            var applications = scope.ServiceProvider.GetRequiredService<OAuthApplicationService>();
            await applications.UpdateAsync(id, new OAuthApplicationDraft("Looked at", [Callback], Confidential: true, ["bcf_v2_1"]), default);
            Assert.That((await applications.FindAsync(id, default)).Dto.OwnerName, Is.EqualTo(admin.Name));
        }

        Assert.That((await browser.OpenAsync(asking)).Text, Does.Contain("Looked at").And.Not.Contain("It has registered itself with this name"));
    }

    private Task<ApiAnswer> RegisterAsync(string address)
    {
        var caller = server.Anonymous();
        caller.DefaultRequestHeaders.Add(FromAddress.Header, address);
        return caller.PostJsonAsync(Path, new { client_name = "Tool", redirect_url = Callback });
    }

    // The server of tests has no connection that an address could be that of.
    private sealed class FromAddress : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                if (http.Request.Headers.TryGetValue(Header, out var address))
                    http.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
                return rest(http);
            });
            next(app);
        };
    }
}
