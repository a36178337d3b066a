using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Testing;

/// <summary>What no API does to projects.</summary>
public static class ApiProjects
{
    /// <summary>Has a project these modules and no others.</summary>
    public static async Task ModulesAsync(this ApiServer server, long projectId, params string[] modules)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var projects = scope.ServiceProvider.GetRequiredService<IAggregates<Project>>();
        (await projects.FindAsync(projectId, CancellationToken.None))!.EnableModules(modules);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }
}
