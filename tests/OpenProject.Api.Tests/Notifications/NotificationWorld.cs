using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Notifications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>A server whose clock stands still, so that people are told when a test says so, and the people of the demo project.</summary>
internal sealed class NotificationWorld : IDisposable
{
    private const string WorkPackages = "/api/v3/work_packages";

    private NotificationWorld(DatabaseProvider provider, Action<IServiceCollection> services) => Server = new ApiServer(provider, ("ApiV3:LoginRequired", "false"))
    {
        TestServices = s =>
        {
            s.AddSingleton<TimeProvider>(Clock);

            // They would tell whenever the clock is moved, and nobody could say what a test has told.
            foreach (var worker in s.Where(d => d.ServiceType == typeof(IHostedService) && d.ImplementationType?.Namespace == "OpenProject.Infrastructure.Notifications").ToList())
                s.Remove(worker);
            services(s);
        },
    };

    /// <summary>The server.</summary>
    public ApiServer Server { get; }

    /// <summary>Its clock.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The administrator, who changes things.</summary>
    public HttpClient Admin { get; private set; } = null!;

    /// <summary>A member of the demo project.</summary>
    public HttpClient Mira { get; private set; } = null!;

    /// <summary>A reader of the demo project.</summary>
    public HttpClient Jonas { get; private set; } = null!;

    /// <summary>The demo project.</summary>
    public string Project { get; private set; } = "";

    /// <summary>A private project that the administrator alone sees.</summary>
    public string Private { get; private set; } = "";

    public static async Task<NotificationWorld> StartAsync(DatabaseProvider provider, Action<IServiceCollection>? services = null)
    {
        var world = new NotificationWorld(provider, services ?? (_ => { }));
        world.Admin = world.Server.Client();
        world.Mira = await world.Server.ClientOfAsync("mira");
        world.Jonas = await world.Server.ClientOfAsync("jonas");
        world.Project = SelfOf(await world.Admin.GetJsonAsync("/api/v3/projects/demo-project"));
        world.Private = SelfOf(await world.Admin.PostJsonAsync("/api/v3/projects", new { name = "Private" }));
        return world;
    }

    public static string SelfOf(ApiAnswer answer) => answer["_links/self/href"].GetString()!;

    public static async Task<string> IdentityOfAsync(HttpClient client) => SelfOf(await client.GetJsonAsync("/api/v3/users/me"));

    /// <summary>The path of a new work package of the administrator's.</summary>
    public async Task<string> WorkAsync(string subject, string? assignee = null, string? description = null, object? dates = null, string? project = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["subject"] = subject,
            ["description"] = new { raw = description },
            ["_links"] = new { project = new { href = project ?? Project }, assignee = new { href = assignee } },
        };
        foreach (var property in dates?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(dates);
        var made = await Admin.PostJsonAsync(WorkPackages, body);
        return SelfOf(made);
    }

    /// <summary>Changes a work package as the administrator.</summary>
    public async Task ChangeAsync(string path, object links)
    {
        var lockVersion = (await Admin.GetJsonAsync(path))["lockVersion"].GetInt32();
        var changed = await Admin.PatchJsonAsync(path, new { lockVersion, _links = links });
        Assert.That((int)changed.Status, Is.EqualTo(200), changed.ToString());
    }

    public async Task SayAsync(string path, string text, bool isInternal = false)
    {
        var said = await Admin.PostJsonAsync(path + "/activities", new { comment = new { raw = text }, @internal = isInternal });
        Assert.That((int)said.Status, Is.EqualTo(201), said.ToString());
    }

    /// <summary>Has the server tell what is still to be told, and remind.</summary>
    public async Task TellAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationDispatchService>().TellAllAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ReminderDispatchService>().RemindAllAsync(CancellationToken.None);
    }

    public async Task AlertAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DateAlertService>().AlertAsync(CancellationToken.None);
    }

    /// <summary>Why somebody was told of a work package, the newest first.</summary>
    public static async Task<string?[]> ReasonsAsync(HttpClient client, string workPackage) =>
        [.. (await OfAsync(client, workPackage))["_embedded/elements"].EnumerateArray().Select(n => n.GetProperty("reason").GetString())];

    /// <summary>What somebody was told of a work package.</summary>
    public static Task<ApiAnswer> OfAsync(HttpClient client, string workPackage, string query = "") => client.GetJsonAsync(
        "/api/v3/notifications?pageSize=50&filters=" + Uri.EscapeDataString($$$"""[{"resourceId":{"operator":"=","values":["{{{workPackage.Split('/')[^1]}}}"]}}]""") + query);

    public void Dispose()
    {
        foreach (var client in new[] { Admin, Mira, Jonas })
            client.Dispose();
        Server.Dispose();
    }
}
