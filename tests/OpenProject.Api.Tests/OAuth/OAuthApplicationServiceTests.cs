using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class OAuthApplicationServiceTests(DatabaseProvider provider)
{
    private static readonly OAuthApplicationDraft Draft = new("Planner", ["https://planner.example/cb"], Confidential: true, ["api_v3", "mcp"]);

    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer(provider);

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task A_new_one_has_a_client_id_and_a_secret_of_256_bits_that_is_told_once()
    {
        await using var scope = await AdministratorAsync();

        var made = await Applications(scope).CreateAsync(Draft, default);

        Assert.That(made.ClientId, Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(made.Secret, Does.Match("^[A-Za-z0-9_-]{43}$"));
        var row = (await Applications(scope).FindAsync(made.Id, default)).Dto;
        Assert.That((row.Name, row.ClientId, row.Confidential, row.Enabled, row.Internal), Is.EqualTo(("Planner", made.ClientId, true, true, false)));
        Assert.That(row.Scopes, Is.EqualTo(new[] { "api_v3", "mcp" }));
        Assert.That(row.RedirectUris, Is.EqualTo(new[] { "https://planner.example/cb" }));
        Assert.That(row.OwnerName, Is.EqualTo("OpenProject Admin"));
        Assert.That((await Applications(scope).ListAsync(default)).Select(a => a.Id), Does.Contain(made.Id));
    }

    [Test]
    public async Task Its_secret_is_kept_as_a_slow_hash_and_nowhere_else()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft, default);
        var database = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database;

        var kept = await database.SqlQuery<string>($"select client_secret as value from oauth_clients where id = {made.Id}").SingleAsync();

        Assert.That(kept, Does.Not.Contain(made.Secret!).And.Length.EqualTo(84));
        Assert.That(await AcceptsAsync(made), Is.True);
        Assert.That(await AcceptsAsync(made with { Secret = made.Secret + "x" }), Is.False);
    }

    [Test]
    public async Task A_renewed_secret_takes_the_place_of_the_old_one()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft, default);

        var renewed = await Applications(scope).RenewSecretAsync(made.Id, default);

        Assert.That(renewed.Secret, Is.Not.EqualTo(made.Secret));
        Assert.That((await AcceptsAsync(made), await AcceptsAsync(renewed)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_change_keeps_client_id_and_secret_and_tells_the_authorization_server()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft, default);

        var changed = await Applications(scope).UpdateAsync(made.Id, Draft with { Name = "Calendar", RedirectUris = ["http://localhost/cb"], Scopes = ["mcp"] }, default);

        Assert.That((changed.ClientId, changed.Secret), Is.EqualTo((made.ClientId, (string?)null)));
        Assert.That((await Applications(scope).FindAsync(made.Id, default)).Dto.Name, Is.EqualTo("Calendar"));
        Assert.That(await AcceptsAsync(made), Is.True);
        var (manager, client) = await ClientAsync(made);
        Assert.That(await manager.GetRedirectUrisAsync(client), Is.EqualTo(new[] { "http://localhost/cb" }));
        Assert.That(await manager.HasApplicationTypeAsync(client, ApplicationTypes.Native), Is.True);
        Assert.That(await manager.HasPermissionAsync(client, Permissions.Prefixes.Scope + "mcp"), Is.True);
        Assert.That(await manager.HasPermissionAsync(client, Permissions.Prefixes.Scope + "api_v3"), Is.False);
    }

    [Test]
    public async Task One_that_becomes_confidential_gets_a_secret_and_one_that_no_longer_is_loses_it()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft with { Confidential = false }, default);
        Assert.That(made.Secret, Is.Null);

        var confidential = await Applications(scope).UpdateAsync(made.Id, Draft, default);
        Assert.That(await AcceptsAsync(confidential), Is.True);

        await Applications(scope).UpdateAsync(made.Id, Draft with { Confidential = false }, default);
        var (manager, client) = await ClientAsync(made);
        Assert.That(await manager.HasClientTypeAsync(client, ClientTypes.Public), Is.True);
        Assert.That(await manager.HasRequirementAsync(client, Requirements.Features.ProofKeyForCodeExchange), Is.True);
    }

    [Test]
    public async Task What_is_no_good_is_told_attribute_by_attribute()
    {
        await using var scope = await AdministratorAsync();

        var refused = Assert.ThrowsAsync<ProblemException>(() => Applications(scope).CreateAsync(
            new OAuthApplicationDraft(" ", ["http://planner.example"], Confidential: true, ["admin"], ClientCredentialsUserId: 4711), default));

        Assert.That(
            ((Problem.Invalid)refused!.Problem).Errors.Select(e => e.Attribute),
            Is.EqualTo(new[] { "name", "redirectUri", "scopes", "clientCredentialsUser" }));
    }

    [Test]
    public async Task A_disabled_one_may_do_nothing_until_it_is_enabled_again()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft, default);

        await Applications(scope).DisableAsync(made.Id, default);
        var (manager, client) = await ClientAsync(made);
        Assert.That(await manager.GetPermissionsAsync(client), Is.Empty);
        Assert.That((await Applications(scope).FindAsync(made.Id, default)).Dto.Enabled, Is.False);

        await Applications(scope).EnableAsync(made.Id, default);
        (manager, client) = await ClientAsync(made);
        Assert.That(await manager.HasPermissionAsync(client, Permissions.Endpoints.Token), Is.True);
        Assert.That(await AcceptsAsync(made), Is.True);
    }

    [Test]
    public async Task A_removed_one_is_gone_on_both_sides()
    {
        await using var scope = await AdministratorAsync();
        var made = await Applications(scope).CreateAsync(Draft, default);

        await Applications(scope).DeleteAsync(made.Id, default);

        Assert.ThrowsAsync<ProblemException>(() => Applications(scope).FindAsync(made.Id, default));
        await using var other = server.Services.CreateAsyncScope();
        Assert.That(await other.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().FindByClientIdAsync(made.ClientId), Is.Null);
    }

    [Test]
    public async Task It_is_for_administrators_only()
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(1, "Somebody", IsAdmin: false, IsAnonymous: false));
        var applications = Applications(scope);

        foreach (var call in new Func<Task>[]
        {
            () => applications.ListAsync(default), () => applications.FindAsync(1, default), () => applications.CreateAsync(Draft, default),
            () => applications.UpdateAsync(1, Draft, default), () => applications.RenewSecretAsync(1, default), () => applications.EnableAsync(1, default),
            () => applications.DisableAsync(1, default), () => applications.DeleteAsync(1, default),
        })
            Assert.That(Assert.ThrowsAsync<ProblemException>(() => call())!.Problem, Is.TypeOf<Problem.Forbidden>());
    }

    private static OAuthApplicationService Applications(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<OAuthApplicationService>();

    // OpenIddict remembers clients for its scope; each look is one of a scope of its own.
    private async Task<(IOpenIddictApplicationManager Manager, object Client)> ClientAsync(OAuthApplicationSecret application)
    {
        var manager = server.Services.CreateScope().ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        return (manager, (await manager.FindByClientIdAsync(application.ClientId))!);
    }

    private async Task<bool> AcceptsAsync(OAuthApplicationSecret application)
    {
        var (manager, client) = await ClientAsync(application);
        return await manager.ValidateClientSecretAsync(client, application.Secret!);
    }

    private async Task<AsyncServiceScope> AdministratorAsync()
    {
        var scope = server.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IReadStore>();
        var admin = await store.FirstOrDefaultAsync(store.Rows<User>().Where(u => u.Admin), default);
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(admin!.Id, admin.Name, IsAdmin: true, IsAnonymous: false));
        return scope;
    }
}
