using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Testing;

/// <summary>
/// What tables of permissions are tried on: a server that anybody may ask, a caller of each kind, and a public and a
/// private project. Of the callers <c>admin</c>, <c>member</c>, <c>reader</c>, <c>non-member</c> and <c>anonymous</c>, the
/// member and the reader have their roles in the public project alone.
/// </summary>
public sealed class PermissionWorld : IDisposable
{
    private readonly Dictionary<string, HttpClient> callers = [];

    private PermissionWorld(ApiServer server) => Server = server;

    /// <summary>The server.</summary>
    public ApiServer Server { get; }

    /// <summary>The kinds of callers.</summary>
    public IEnumerable<string> Kinds => callers.Keys;

    /// <summary>Links to the projects, by <c>public</c> (the demo project) and <c>private</c>; a test may add its own.</summary>
    public IDictionary<string, string> Projects { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The client of a kind of caller.</summary>
    public HttpClient this[string kind] => callers[kind];

    /// <summary>Starts the server.</summary>
    /// <param name="provider">Its database.</param>
    /// <param name="others">Further kinds of callers, and the login of each.</param>
    public static async Task<PermissionWorld> StartAsync(DatabaseProvider provider, params (string Kind, string Login)[] others)
    {
        var server = new ApiServer(provider, ("ApiV3:LoginRequired", "false"));
        var world = new PermissionWorld(server) { callers = { ["admin"] = server.Client(), ["anonymous"] = server.Anonymous() } };
        foreach (var (kind, login) in others.Concat([("member", "mira"), ("reader", "jonas"), ("non-member", "nobody")]))
            world.callers[kind] = await server.ClientOfAsync(login);
        world.Projects["public"] = SelfOf(await world["admin"].GetJsonAsync("/api/v3/projects/demo-project"));
        world.Projects["private"] = SelfOf(await world["admin"].PostJsonAsync("/api/v3/projects", new { name = "Private" }));
        return world;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in callers.Values)
            client.Dispose();
        Server.Dispose();
    }

    private static string SelfOf(ApiAnswer answer) => answer["_links/self/href"].GetString()!;
}
