using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;

namespace OpenProject.Testing.SqlServer;

/// <summary>Switches the observation of queries on; see <see cref="SqlServerStatements"/>.</summary>
public static class SqlServerObservation
{
    /// <summary>
    /// Puts the observer in front of the registered <see cref="IReadStore"/>, e.g. in <c>ConfigureTestServices</c> of a
    /// web application factory.
    /// </summary>
    /// <param name="services">The services of the host under test.</param>
    /// <param name="recorder">Where statements are noted; that of the whole test process when none is given.</param>
    public static IServiceCollection ObserveForSqlServer(this IServiceCollection services, CommandRecorder? recorder = null)
    {
        var notes = recorder ?? SqlServerStatements.Recorder;
        var inner = services.Last(service => service.ServiceType == typeof(IReadStore));
        services.Remove(inner);
        services.AddScoped<IReadStore>(scope =>
            new ObservedReadStore((IReadStore)ActivatorUtilities.CreateInstance(scope, inner.ImplementationType!), notes));
        return services;
    }
}
