using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Groups;
using OpenProject.Application.Installations;
using OpenProject.Application.Notifications;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Memberships;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Sessions;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;
using OpenProject.Infrastructure.ApiTokens;
using OpenProject.Infrastructure.Attachments;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Groups;
using OpenProject.Infrastructure.Identity;
using OpenProject.Infrastructure.Installations;
using OpenProject.Infrastructure.JobStatuses;
using OpenProject.Infrastructure.Markdown;
using OpenProject.Infrastructure.Mcp;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.Notifications;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Principals;
using OpenProject.Infrastructure.Projects;
using OpenProject.Infrastructure.Seeding;
using OpenProject.Infrastructure.Sessions;
using OpenProject.Infrastructure.Storages;
using OpenProject.Infrastructure.Versions;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure;

/// <summary>Registers what Infrastructure offers beside the database itself.</summary>
public static class InfrastructureServices
{
    /// <summary>Registers the ports' implementations.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.AddSingleton<IMarkdown, MarkdigMarkdown>();
        services.AddSingleton<IPasswords, Passwords>();
        services.AddScoped<IDatabase, EfDatabase>();
        services.AddScoped<IInstallations, InstallationTable>();
        services.AddScoped<ISeeder, Seeder>();
        services.AddScoped<BaseSeeds>().AddScoped<DemoSeeds>().AddScoped<DemoFiles>().AddScoped<DemoDetails>().AddScoped<LargeSeeds>().AddScoped<LargeDetails>().AddScoped<DemoWriter>();
        services.AddScoped<IWorkPackageHistory, WorkPackageHistory>();
        services.AddScoped<IWorkPackageTree, WorkPackageTree>().AddScoped<ISchedulingTurn, SchedulingTurn>().AddScoped<IScheduleTable, ScheduleTable>();
        services.AddScoped<IRelocationTable, RelocationTable>().AddScoped<IPlannedWork, PlannedWork>().AddScoped<IWorkPackageStates, WorkPackageStates>();
        services.AddScoped<IWorkPackageDurations, WorkPackageDurations>();
        services.AddScoped<IProjectTree, ProjectTree>().AddScoped<IProjectContents, ProjectContents>();
        services.AddScoped<BatchedCopies>().AddScoped<WorkPackageCopies>().AddScoped<QueryCopies>().AddScoped<BoardCopies>().AddScoped<ContentCopies>().AddScoped<StorageCopies>().AddScoped<FileCopies>().AddScoped<CustomReferences>();
        services.AddScoped<IJobTurns, JobTurns>().AddHostedService<JobWorker>().AddHostedService<JobPruning>();
        services.AddScoped<IPrincipalRemoval, PrincipalRemoval>().AddScoped<IPrincipalLock, PrincipalLock>().AddHostedService<PrincipalRemovalSweep>();
        services.AddScoped<InheritedRoles>().AddScoped<IInheritedRoles>(provider => provider.GetRequiredService<InheritedRoles>());
        services.AddScoped<IGroupMembers, GroupMembers>();
        services.AddOAuthApplications();
        services.AddSingleton<FolderFileStore>().AddSingleton<S3FileStore>().AddSingleton<IFileStore>(FileStore).AddSingleton<IContentTypes, FileNameContentTypes>();
        services.AddScoped<IStoredFiles, StoredFiles>().AddHostedService<StoredFileSweep>();
        services.AddScoped<ISessions, SessionTable>().AddScoped<ISignInAttempts, SignInAttempts>();
        services.AddSingleton<IRestingActivities, RestingActivities>();
        services.AddScoped<INotificationTable, NotificationTable>().AddHostedService<NotificationWorker>().AddHostedService<DateAlertWorker>();
        services.AddHostedService<KeyedCallPruning>();
        services.AddRemoteFiles();
        services.AddSharedDataProtection();
        services.AddSingleton<ISecretProtection, SecretProtection>();
        services.AddSingleton<ApiTokenUseRecorder>();
        services.AddSingleton<IApiTokenUses>(provider => provider.GetRequiredService<ApiTokenUseRecorder>());
        services.AddHostedService(provider => provider.GetRequiredService<ApiTokenUseRecorder>());
        return services;
    }

    private static IFileStore FileStore(IServiceProvider services) => services.GetRequiredService<IOptions<S3Options>>().Value.Bucket is null
        ? services.GetRequiredService<FolderFileStore>()
        : services.GetRequiredService<S3FileStore>();
}
