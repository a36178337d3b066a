using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;

namespace OpenProject.Testing;

/// <summary>OAuth applications on a test server.</summary>
public static class ApiApplications
{
    /// <summary>Registers one with a secret, as an operator does; it may ask for <c>api_v3</c>.</summary>
    public static async Task<OAuthApplicationSecret> ApplicationAsync(this WebApplicationFactory<Program> server, string name, string redirectUri)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        var draft = new OAuthApplicationDraft(name, [redirectUri], Confidential: true, Scopes: []);
        return await scope.ServiceProvider.GetRequiredService<OAuthApplicationService>().CreateAsync(draft, CancellationToken.None);
    }
}
