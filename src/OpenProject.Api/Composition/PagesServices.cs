using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.Pages;

namespace OpenProject.Api.Composition;

/// <summary>Services and pipeline of the pages, and of the sessions that begin on them.</summary>
internal static class PagesServices
{
    /// <summary>Registers sign-in by cookie.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(AuthenticationSchemes.Session);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddScoped<SessionEvents>();
        return services.AddSingleton<SessionAuthentication>();
    }

    /// <summary>Registers what pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton<PageFiles>().AddSingleton<ServedApis>();
        services.AddSingleton<IProblemWriter, PageProblemWriter>();
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "_open_project_form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "_open_project_notice");
        return services;
    }

    /// <summary>Who opens a page is asked between routing and its controller.</summary>
    public static void UsePagesAfterRouting(this IApplicationBuilder app) =>
        app.UseWhen(IsPage, pages => pages.UseMiddleware<PageVisitor>());

    private static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ApiAreaAttribute>()?.Area == ApiArea.Pages;
}
