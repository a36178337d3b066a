using System.Globalization;
using System.Security.Claims;
using OpenProject.Application.Common;

namespace OpenProject.Api.Authentication;

/// <summary>A signed-in person as the framework's principal, and back.</summary>
public static class SessionPrincipal
{
    private const string TokenClaim = "session";
    private const string AdminRole = "admin";

    /// <summary>The principal of a viewer with a session of that key.</summary>
    public static ClaimsPrincipal Of(Viewer viewer, string token)
    {
        var identity = new ClaimsIdentity(AuthenticationSchemes.Session);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, viewer.UserId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, viewer.Name));
        identity.AddClaim(new Claim(TokenClaim, token));
        if (viewer.IsAdmin)
            identity.AddClaim(new Claim(ClaimTypes.Role, AdminRole));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The key of the principal's session; null when it has none.</summary>
    public static string? Token(this ClaimsPrincipal principal) => principal.FindFirstValue(TokenClaim);

    /// <summary>The viewer behind the principal; null when nobody is signed in.</summary>
    public static Viewer? Viewer(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Viewer(id, principal.Identity?.Name ?? "", principal.IsInRole(AdminRole), IsAnonymous: false)
            : null;
}
