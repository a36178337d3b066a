using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Projects;
using OpenProject.Application.Users;

namespace OpenProject.Testing;

/// <summary>Building models on a test server.</summary>
public static class ApiModels
{
    /// <summary>Where BCF API 2.1 is.</summary>
    public const string Root = "/api/bcf/2.1";

    /// <summary>Has a project use building models, as an operator does, and returns the path of its topics.</summary>
    public static async Task<string> UseModelsAsync(this ApiServer server, string project)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ProjectModuleService>().ChangeAsync(project, ["bim"], [], CancellationToken.None);
        return $"{Root}/projects/{project}/topics";
    }
}
