using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;
using OpenProject.Domain.Projects;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Callers;

/// <summary>A caller of one kind, and a server of his own with the demo data, where everything that an operation is about exists.</summary>
internal sealed partial class PermissionCaller : IDisposable
{
    private readonly ApiServer server;
    private readonly HttpClient client;
    private readonly HttpClient admin;
    private readonly PermissionThings things;

    private PermissionCaller(ApiServer server, HttpClient client)
    {
        (this.server, this.client, admin) = (server, client, server.Client());
        things = new PermissionThings(server, admin);
    }

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["admin", "project admin", "member", "reader", "non-member", "stranger", "anonymous", "locked", "other scope"];

    /// <summary>Starts the server of a kind.</summary>
    public static async Task<PermissionCaller> StartAsync(string kind)
    {
        var started = new ApiServer(("ApiV3:LoginRequired", "false"));
        var asking = kind switch
        {
            "admin" => started.Client(),
            "anonymous" => started.Anonymous(),
            "project admin" => await started.ClientOfAsync("aiko"),
            "member" => await started.ClientOfAsync("mira"),
            "reader" => await started.ClientOfAsync("jonas"),
            "other scope" => await OfOtherScopeAsync(started),
            _ => await started.ClientOfAsync("nobody"),
        };
        var caller = new PermissionCaller(started, asking);
        await caller.things.MakeAsync();
        if (kind == "stranger")
            await caller.HideProjectsAsync();
        if (kind == "locked")
            Assert.That((int)(await caller.admin.PostJsonAsync("/api/v3/users/nobody/lock")).Status, Is.EqualTo(200));
        return caller;
    }

    /// <summary>The status that he is answered with.</summary>
    public async Task<int> AskAsync(string operation, string method, string template)
    {
        var path = await PathOfAsync(operation, template);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path + PermissionRequests.QueryOf(operation))
        {
            Content = PermissionRequests.BodyOf(operation, path, method, things.Ids),
        };
        return (int)(await client.AnswerAsync(request)).Status;
    }

    public void Dispose()
    {
        client.Dispose();
        admin.Dispose();
        server.Dispose();
    }

    private static async Task<HttpClient> OfOtherScopeAsync(ApiServer server)
    {
        using var owner = server.Client();
        var adminId = (await owner.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        var application = await scope.ServiceProvider.GetRequiredService<OAuthApplicationService>().CreateAsync(
            new OAuthApplicationDraft("Other", ["https://other.example/callback"], Confidential: true, Scopes: ["mcp"], adminId), CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent(
                [new("grant_type", "client_credentials"), new("scope", "mcp"), new("client_id", application.ClientId), new("client_secret", application.Secret)]),
        };
        var bearer = server.Anonymous();
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await bearer.AnswerAsync(request))["access_token"].GetString());
        return bearer;
    }

    private async Task HideProjectsAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (projects, store) = (scope.ServiceProvider.GetRequiredService<IAggregates<Project>>(), scope.ServiceProvider.GetRequiredService<IReadStore>());
        foreach (var project in await projects.FindManyAsync(await store.ListAsync(store.Rows<Project>().Select(p => p.Id), CancellationToken.None), CancellationToken.None))
            project.Publish(isPublic: false);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    private async Task<string> PathOfAsync(string operation, string template)
    {
        var path = "";
        foreach (var segment in template.Split('/')[1..])
            path += "/" + (Hole().IsMatch(segment) ? await things.IdAsync(operation, path) : segment);
        return path;
    }

    [GeneratedRegex(@"^\{.+\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
