using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;
using OpenProject.Api.Hal.Readers;
using OpenProject.Api.Hal.Writers;
using OpenProject.Api.OpenApi;
using OpenProject.Api.V3;
using OpenProject.Api.V3.Attachments;
using OpenProject.Api.V3.CustomFields;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Composition;

/// <summary>API v3's services and pipeline.</summary>
public static class ApiV3
{
    /// <summary>Registers what API v3 needs beside the application's services.</summary>
    public static IServiceCollection AddApiV3(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiV3Options>().Bind(configuration.GetSection(ApiV3Options.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiV3Options>, ApiV3OptionsValidator>();
        services.AddSingleton<ContractGenerator>();
        services.AddSingleton<Contracts>();
        services.AddSingleton<HalWriters>();
        services.AddSingleton<PayloadReaders>().AddSingleton<IStoredChanges, StoredChanges>();
        services.AddSingleton<IProblemWriter, V3ProblemWriter>();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = true);
        services.Configure<MvcOptions>(options =>
        {
            options.InputFormatters.Insert(0, new HalInputFormatter());
            options.InputFormatters.Insert(0, new UploadInputFormatter());
            options.InputFormatters.Insert(0, new SourceTextFormatter());
            options.OutputFormatters.Insert(0, new HalOutputFormatter());
            options.AllowEmptyInputInBodyModelBinding = true;
        });
        services.Configure<JsonOptions>(options => options.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, V3JsonContext.Default));
        return services;
    }

    /// <summary>What happens to requests of API v3 before routing.</summary>
    public static void UseApiV3BeforeRouting(this IApplicationBuilder app)
    {
        app.Use(RequestPath.Normalize);
        app.UseWhen(IsApiV3, api => api.Use(HeadRequests.Answer).Use(EncodedProperties.Decode).Use((http, next) =>
        {
            // Errors carry it too, and the error handler clears what headers there are.
            http.Response.OnStarting(DescribeService, http.Response);
            return next(http);
        }));
    }

    /// <summary>What happens to requests of API v3 between authentication and the controllers: what they send is looked at.</summary>
    public static void UseApiV3AfterRouting(this IApplicationBuilder app) => app.UseWhen(IsApiV3, api => api.Use(ContentTypeGate.Check).Use(FreshFields.Refresh));

    private static bool IsApiV3(HttpContext http) => http.Request.Path.StartsWithSegments(RequestPath.Root, StringComparison.Ordinal);

    private static Task DescribeService(object response)
    {
        ((HttpResponse)response).Headers.Link = "</api/v3/openapi.json>; rel=\"service-desc\"";
        return Task.CompletedTask;
    }
}
