using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace OpenProject.Api.Authentication;

/// <summary>The cookie of a session: out of reach of scripts, sent by other sites' links only, and where it can be by TLS only.</summary>
public sealed class SessionCookie : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "_open_project_session";

    /// <summary>Where people sign in.</summary>
    public const string LoginPath = "/login";

    /// <summary>The parameter that says where to go after that.</summary>
    public const string BackUrl = "back_url";

    // The session in the database ends long before.
    private static readonly TimeSpan Forever = TimeSpan.FromDays(3650);

    /// <inheritdoc/>
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    /// <inheritdoc/>
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != AuthenticationSchemes.Session)
            return;
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = LoginPath;
        options.ReturnUrlParameter = BackUrl;
        options.ExpireTimeSpan = Forever;
        options.SlidingExpiration = false;
        options.EventsType = typeof(SessionEvents);
    }
}
