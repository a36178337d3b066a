using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;

namespace OpenProject.Api.Composition;

/// <summary>Flat models of requests are validated when they are bound, before their action runs. Bodies of resources are not flat.</summary>
internal static class RequestValidation
{
    /// <summary>Registers the validators, and what their refusals become.</summary>
    public static IServiceCollection AddRequestValidation(this IServiceCollection services)
    {
        services.AddValidatorsFromAssembly(typeof(RequestValidation).Assembly, ServiceLifetime.Singleton);
        services.AddFluentValidationAutoValidation(validation => validation.DisableDataAnnotationsValidation = true);
        services.AddSingleton<IValidatorInterceptor, RefusedRequests>();
        return services.Configure<MvcOptions>(options => options.ModelMetadataDetailsProviders.Add(new UnvisitedBodies()));
    }
}
