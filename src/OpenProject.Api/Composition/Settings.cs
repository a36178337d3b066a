using Microsoft.Extensions.Options;
using OpenProject.Application.Attachments;
using OpenProject.Application.Bcf;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;
using OpenProject.Application.Sessions;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Users;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Installations;
using OpenProject.Domain.WorkPackages.ProgressTracking;
using OpenProject.Infrastructure.Attachments;
using OpenProject.Infrastructure.Identity;
using OpenProject.Infrastructure.Installations;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Seeding;
using OpenProject.Infrastructure.Sessions;
using OpenProject.Infrastructure.TimeEntries;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Api.Composition;

/// <summary>
/// The settings, a section each, checked before the server does anything else. They come from appsettings.json, the
/// environment (<c>Database__Provider</c>, or with the prefix <c>OPENPROJECT_</c>) and the command line; later ones win.
/// </summary>
internal static class Settings
{
    /// <summary>Reads the sources that ASP.NET Core does not read by itself.</summary>
    public static void AddSettingSources(this ConfigurationManager configuration, string[] args) =>
        configuration.AddEnvironmentVariables("OPENPROJECT_").AddCommandLine(args);

    /// <summary>Binds the sections.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        Check<DatabaseProvider>(configuration, "Database:Provider");
        Check<SqliteSynchronous>(configuration, "Database:Synchronous");
        Check<DemoData>(configuration, "Seed:Demo");
        Check<ProgressMode>(configuration, "WorkPackages:Progress");
        Check<BcfDialect>(configuration, "Bcf:Dialect");

        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddOptions<DataOptions>().Bind(configuration.GetSection(DataOptions.Section))
            .PostConfigure(data => data.Directory = data.Directory is { Length: > 0 } directory ? Path.GetFullPath(directory, contentRoot) : "")
            .ValidateOnStart();
        services.AddOptions<S3Options>().Bind(configuration.GetSection(S3Options.Section)).ValidateOnStart();
        services.AddOptions<AttachmentOptions>().Bind(configuration.GetSection(AttachmentOptions.Section))
            .PostConfigure<IOptions<DataOptions>>((attachments, data) => attachments.Directory = attachments.Directory is { Length: > 0 } directory
                ? Path.GetFullPath(directory, contentRoot)
                : Path.Combine(data.Value.Directory, "attachments"))
            .ValidateOnStart();
        services.AddOptions<SeedOptions>().Bind(configuration.GetSection(SeedOptions.Section)).ValidateOnStart();
        services.AddOptions<InstallationOptions>().Bind(configuration.GetSection(InstallationOptions.Section)).ValidateOnStart();
        services.AddOptions<PasswordOptions>().Bind(configuration.GetSection(PasswordOptions.Section)).ValidateOnStart();
        services.AddOptions<BrowserSessionOptions>().Bind(configuration.GetSection(BrowserSessionOptions.Section)).ValidateOnStart();
        services.AddOptions<WorkPackageOptions>().Bind(configuration.GetSection(WorkPackageOptions.Section)).ValidateOnStart();
        services.AddOptions<TimeEntryOptions>().Bind(configuration.GetSection(TimeEntryOptions.Section)).ValidateOnStart();
        services.AddOptions<PublicAddress>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton<IValidateOptions<DataOptions>, DataOptionsValidator>();
        services.AddSingleton<IValidateOptions<AttachmentOptions>, AttachmentOptionsValidator>();
        services.AddSingleton<IValidateOptions<S3Options>, S3OptionsValidator>();
        services.AddSingleton<IValidateOptions<SeedOptions>, SeedOptionsValidator>();
        services.AddSingleton<IValidateOptions<InstallationOptions>, InstallationOptionsValidator>();
        services.AddSingleton<IValidateOptions<PasswordOptions>, PasswordOptionsValidator>();
        services.AddSingleton<IValidateOptions<BrowserSessionOptions>, BrowserSessionOptionsValidator>();
        services.AddSingleton<IValidateOptions<WorkPackageOptions>, WorkPackageOptionsValidator>();
        services.AddSingleton<IValidateOptions<TimeEntryOptions>, TimeEntryOptionsValidator>();
        services.AddSingleton<IValidateOptions<PublicAddress>, PublicAddressValidator>();
        services.AddPolicies();
        services.AddSingleton(provider => new InstallationOverride(
            provider.GetRequiredService<IOptions<InstallationOptions>>().Value.Uuid is { } uuid && !string.IsNullOrWhiteSpace(uuid)
                ? InstallationUuid.Parse(uuid)
                : null));
        return services;
    }

    // What Application asks of settings, in its own words.
    private static void AddPolicies(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PasswordPolicy(provider.GetRequiredService<IOptions<PasswordOptions>>().Value.MinLength));
        services.AddSingleton(provider => new TimeEntryPolicy(provider.GetRequiredService<IOptions<TimeEntryOptions>>().Value.StartAndEndTimes));
        services.AddSingleton(provider => new WorkPackagePolicy(provider.GetRequiredService<IOptions<WorkPackageOptions>>().Value.Progress));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<PasswordOptions>>().Value;
            return new SignInPolicy(options.BlockAfterFailures, TimeSpan.FromMinutes(options.BlockMinutes));
        });
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AttachmentOptions>>().Value;
            return new AttachmentPolicy(
                options.MaxBytes,
                options.AllowedTypes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                TimeSpan.FromMinutes(options.UnclaimedMinutes))
            {
                TakesDirectUploads = provider.GetRequiredService<IOptions<S3Options>>().Value.Bucket is not null,
            };
        });
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<BrowserSessionOptions>>().Value;
            return new SessionPolicy(TimeSpan.FromMinutes(options.TtlMinutes), options.SignOutEndsAll, options.SignInEndsOthers);
        });
    }

    /// <summary>The database to work with, which decides what is registered.</summary>
    public static DatabaseProvider DatabaseProvider(this IConfiguration configuration) =>
        configuration.GetValue("Database:Provider", Infrastructure.Persistence.DatabaseProvider.Sqlite);

    // The binder would name a type of ours instead of what can be written.
    private static void Check<T>(IConfiguration configuration, string key)
        where T : struct, Enum
    {
        var value = configuration[key];
        if (!string.IsNullOrEmpty(value) && !Enum.GetNames<T>().Contains(value, StringComparer.OrdinalIgnoreCase))
            throw new StartRefused($"{key} is '{value}'; it can be {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
