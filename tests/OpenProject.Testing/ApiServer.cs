using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Testing;

/// <summary>
/// The whole server in this process, on a SQLite database of its own in a new temporary folder that goes with it.
/// The first request starts it. What its services ask is noted in <see cref="SqlServerStatements"/> too. Make one for a fixture and dispose it there:
/// <code>
/// using var server = new ApiServer(("ApiV3:LoginRequired", "false"));
/// var answer = await server.Client().GetJsonAsync("/api/v3/statuses");
/// </code>
/// </summary>
/// <param name="settings">Settings that differ from the defaults, e.g. <c>("Seed:Demo", "none")</c>.</param>
public sealed class ApiServer(params (string Name, string? Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>The administrator's API key of every test server.</summary>
    public const string AdminApiKey = "opapi-0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryDirectory data = new();

    /// <summary>The data directory.</summary>
    public string DataDirectory => data.Path;

    /// <summary>A client that calls with an API key as Basic password, the administrator's when none is given. It follows no redirects and keeps no cookies.</summary>
    public HttpClient Client(string apiKey = AdminApiKey)
    {
        var client = Anonymous();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"apikey:{apiKey}"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return client;
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Directory", DataDirectory);
        builder.UseSetting("Database:Synchronous", "Normal");
        builder.UseSetting("Seed:AdminApiKey", AdminApiKey);
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services => services.ObserveForSqlServer());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            data.Dispose();
    }
}
