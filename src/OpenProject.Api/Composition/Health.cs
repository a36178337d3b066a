namespace OpenProject.Api.Composition;

/// <summary>
/// What probes ask: <c>/health/live</c> while the process answers, <c>/health/ready</c> while it can do its work. Both
/// answer 200 or 503 with one word.
/// </summary>
internal static class Health
{
    /// <summary>Registers the checks.</summary>
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<InstallationHealth>("installation");

    /// <summary>Routes the probes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready");
    }
}
