using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;
using OpenProject.Testing.Logs;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Testing;

/// <summary>
/// The whole server in this process, with a temporary folder and a database of its own that go with it: a SQLite file in
/// that folder, or a database on the <see cref="SqlServerContainer"/>. The first request starts it. On SQLite, what its
/// services ask is noted in <see cref="SqlServerStatements"/> too. Make one for a fixture and dispose it there:
/// <code>
/// using var server = new ApiServer(provider, ("ApiV3:LoginRequired", "false"));
/// var answer = await server.Client().GetJsonAsync("/api/v3/statuses");
/// </code>
/// </summary>
/// <param name="provider">Which database.</param>
/// <param name="settings">Settings that differ from the defaults, e.g. <c>("Seed:Demo", "none")</c>.</param>
public sealed class ApiServer(DatabaseProvider provider, params (string Name, string? Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>The administrator's API key of every test server.</summary>
    public const string AdminApiKey = "opapi-0123456789abcdef0123456789abcdef01234567";

    /// <summary>The administrator's first password on every test server; to be changed at the first sign-in.</summary>
    public const string AdminPassword = "First-password-of-tests";

    private readonly TemporaryDirectory data = new();
    private string? connectionString;

    /// <summary>On SQLite.</summary>
    /// <param name="settings">Settings that differ from the defaults.</param>
    public ApiServer(params (string Name, string? Value)[] settings)
        : this(DatabaseProvider.Sqlite, settings)
    {
    }

    /// <summary>What a fixture replaces or adds among the services; the server's own when not set.</summary>
    public Action<IServiceCollection> TestServices { get; init; } = _ => { };

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
        builder.UseSetting("Seed:AdminApiKey", AdminApiKey);
        builder.UseSetting("Seed:AdminPassword", AdminPassword);

        // Tests ask more in a minute than an agent; those of the limits set their own.
        builder.UseSetting("Mcp:ReadsPerMinute", "0");
        builder.UseSetting("Mcp:WritesPerMinute", "0");
        builder.UseSetting("Mcp:CallsAtOnce", "0");
        if (provider == DatabaseProvider.SqlServer)
        {
            // The host is built by a synchronous method, and there is no context to wait for.
            connectionString ??= SqlServerContainer.NewDatabaseAsync().GetAwaiter().GetResult();
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("Database:ConnectionString", connectionString);
            builder.UseSetting("Database:MigrateOnStart", "true");
        }
        else
        {
            builder.UseSetting("Database:Synchronous", "Normal");
            builder.ConfigureTestServices(services => services.ObserveForSqlServer());
        }

        builder.ConfigureTestServices(services => services.AddSingleton(SuiteLog.Provider));
        builder.ConfigureTestServices(TestServices);
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        data.Dispose();
        if (Interlocked.Exchange(ref connectionString, null) is { } made)
            SqlServerContainer.DropDatabaseAsync(made).GetAwaiter().GetResult();
    }
}
