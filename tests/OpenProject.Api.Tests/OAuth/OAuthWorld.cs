using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using OpenProject.Testing.Logs;
using AuthenticationSchemes = OpenProject.Api.Authentication.AuthenticationSchemes;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>A server with people, applications and a clock, and the steps of the protocol in one line each.</summary>
internal sealed partial class OAuthWorld : IDisposable
{
    /// <summary>A code verifier of RFC 7636, and below its challenge.</summary>
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXkABCDEF";

    public const string Callback = "https://planner.example/cb";

    private readonly ApiServer server;
    private readonly WebApplicationFactory<Program> factory;

    public OAuthWorld(DatabaseProvider provider, params (string Name, string? Value)[] settings)
    {
        server = new ApiServer(provider, settings);
        factory = server.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(new NotedLog(Log.Enqueue));
            services.AddTransient<HeaderSession>();
            TestServices(services);
            services.PostConfigure<AuthenticationOptions>(options => options.SchemeMap[AuthenticationSchemes.Session].HandlerType = typeof(HeaderSession));
        }));
    }

    /// <summary>What a fixture adds among the server's services.</summary>
    public Action<IServiceCollection> TestServices { get; init; } = _ => { };

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    /// <summary>What the server has logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public IServiceProvider Services => factory.Services;

    public static string Challenge => Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static OAuthApplicationDraft Confidential => new("Planner", [Callback], Confidential: true, ["api_v3", "mcp"]);

    public static OAuthApplicationDraft Public => new("Pocket planner", [Callback, "http://127.0.0.1/cb"], Confidential: false, ["api_v3"]);

    public HttpClient Client() => factory.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The browser of a person; of nobody when no id is given.</summary>
    public HttpClient Browser(long? userId)
    {
        var client = factory.CreateClient(new() { AllowAutoRedirect = false });
        if (userId is { } id)
            client.DefaultRequestHeaders.Add(HeaderSession.Header, id.ToString());
        return client;
    }

    public async Task<long> UserIdAsync(string login)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<User>().Where(u => u.Login == login).Select(u => u.Id).SingleAsync();
    }

    /// <summary>Does something as the administrator.</summary>
    public async Task<T> AdministerAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var admin = await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<User>().SingleAsync(u => u.Admin);
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(admin.Id, admin.Name, IsAdmin: true, IsAnonymous: false));
        return await act(scope.ServiceProvider);
    }

    public Task<OAuthApplicationSecret> RegisterAsync(OAuthApplicationDraft draft) =>
        AdministerAsync(services => services.GetRequiredService<OAuthApplicationService>().CreateAsync(draft, default));

    public Task ChangeAsync(Func<OAuthApplicationService, Task> change) =>
        AdministerAsync(async services =>
        {
            await change(services.GetRequiredService<OAuthApplicationService>());
            return true;
        });

    /// <summary>Shuts a user out.</summary>
    public Task LockAsync(string login) =>
        AdministerAsync(async services =>
        {
            var user = await services.GetRequiredService<IAggregates<User>>().FindAsync(await UserIdAsync(login), default);
            user!.Lock();
            await services.GetRequiredService<IUnitOfWork>().SaveAsync(default);
            return user;
        });

    /// <summary>An authorization request; a null value takes a parameter of the usual ones away.</summary>
    public static string AuthorizePath(OAuthApplicationSecret application, params (string Name, string? Value)[] parameters)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = application.ClientId,
            ["redirect_uri"] = Callback,
            ["scope"] = "api_v3",
            ["state"] = "st4te",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return QueryHelpers.AddQueryString("/oauth/authorize", all.Where(parameter => parameter.Value is not null));
    }

    /// <summary>Where the person is sent after he has decided.</summary>
    public static async Task<Uri> DecideAsync(HttpClient browser, string path, string decision = "allow")
    {
        var page = await browser.GetJsonAsync(path);
        if (page.Status == HttpStatusCode.Redirect)
            return page.Headers.Location!;
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.ToString());
        var form = page.Text[page.Text.IndexOf("/oauth/authorize\"", StringComparison.Ordinal)..];
        var fields = Field().Matches(form).Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value)));
        var answer = await PostAsync(browser, "/oauth/authorize", [.. fields, KeyValuePair.Create("decision", decision)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        return answer.Headers.Location!;
    }

    public static Dictionary<string, StringValues> QueryOf(Uri location) => QueryHelpers.ParseQuery(location.Query);

    /// <summary>An authorization code for the usual request.</summary>
    public async Task<string> CodeAsync(OAuthApplicationSecret application, long userId, params (string Name, string? Value)[] parameters)
    {
        using var browser = Browser(userId);
        var location = await DecideAsync(browser, AuthorizePath(application, parameters));
        return QueryOf(location)["code"].Single() ?? throw new InvalidOperationException(location.ToString());
    }

    /// <summary>The tokens of a sign-in.</summary>
    public async Task<ApiAnswer> SignInAsync(OAuthApplicationSecret application, long userId, params (string Name, string? Value)[] parameters)
    {
        var code = await CodeAsync(application, userId, parameters);
        var answer = await ExchangeAsync(application, code);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return answer;
    }

    public Task<ApiAnswer> ExchangeAsync(OAuthApplicationSecret application, string code, params (string Name, string? Value)[] parameters) =>
        TokenAsync(application, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), .. parameters]);

    public Task<ApiAnswer> RefreshAsync(OAuthApplicationSecret application, string token, params (string Name, string? Value)[] parameters) =>
        TokenAsync(application, [("grant_type", "refresh_token"), ("refresh_token", token), .. parameters]);

    public Task<ApiAnswer> TokenAsync(OAuthApplicationSecret application, params (string Name, string? Value)[] parameters) =>
        AskAsync("/oauth/token", application, parameters);

    /// <summary>A request by an application, with its credentials in the body; a null value takes a parameter away.</summary>
    public async Task<ApiAnswer> AskAsync(string path, OAuthApplicationSecret? application, params (string Name, string? Value)[] parameters)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["client_id"] = application?.ClientId, ["client_secret"] = application?.Secret };
        foreach (var (name, value) in parameters)
            all[name] = value;
        using var client = Client();
        return await PostAsync(client, path, [.. from p in all where p.Value is not null select KeyValuePair.Create(p.Key, p.Value)]);
    }

    /// <summary>Calls an API with a bearer token.</summary>
    public async Task<ApiAnswer> CallAsync(string token, string path = "/api/v3/users/me")
    {
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetJsonAsync(path);
    }

    public static async Task<ApiAnswer> PostAsync(HttpClient client, string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        return await client.AnswerAsync(request);
    }

    public void Dispose()
    {
        factory.Dispose();
        server.Dispose();
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]*)"[^>]*value="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
