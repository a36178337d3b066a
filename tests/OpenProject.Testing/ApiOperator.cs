using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Budgets;
using OpenProject.Application.CustomActions;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Revisions;
using OpenProject.Application.ProjectStorages;
using OpenProject.Application.Users;

namespace OpenProject.Testing;

/// <summary>What only operators make, made as the command line does.</summary>
public static class ApiOperator
{
    /// <summary>Gives a project a budget and returns its id.</summary>
    public static Task<long> BudgetAsync(this ApiServer server, string project, string subject) =>
        server.AsOperatorAsync(services => services.GetRequiredService<BudgetService>().CreateAsync(project, subject, CancellationToken.None));

    /// <summary>Tells of a revision and returns its id.</summary>
    public static Task<long> RevisionAsync(this ApiServer server, RevisionSpec spec) =>
        server.AsOperatorAsync(services => services.GetRequiredService<RevisionService>().CreateAsync(spec, CancellationToken.None));

    /// <summary>Defines a custom action and returns its id.</summary>
    public static Task<long> ActionAsync(this ApiServer server, CustomActionSpec spec) => server.AsOperatorAsync(async services =>
    {
        await services.GetRequiredService<CustomFieldRefreshService>().RefreshAsync(CancellationToken.None);
        return await services.GetRequiredService<CustomActionService>().CreateAsync(spec, CancellationToken.None);
    });

    /// <summary>Lets a project use a storage and returns the pair's id.</summary>
    public static Task<long> UseStorageAsync(this ApiServer server, string project, string storage, string? folder = null) =>
        server.AsOperatorAsync(services => services.GetRequiredService<ProjectStorageService>().CreateAsync(project, storage, folder, CancellationToken.None));

    private static async Task<T> AsOperatorAsync<T>(this ApiServer server, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        return await act(scope.ServiceProvider);
    }
}
