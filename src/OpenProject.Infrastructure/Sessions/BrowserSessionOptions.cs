using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Sessions;

/// <summary>Section <c>Sessions</c>.</summary>
public sealed class BrowserSessionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sessions";

    /// <summary>How long a session lasts unused, in minutes (<c>session_ttl</c>, which is off unless it is enabled).</summary>
    [Range(5, 60 * 24 * 365)]
    public int TtlMinutes { get; set; } = 60 * 24 * 14;

    /// <summary>Whether signing out ends the user's sessions in other browsers too (<c>drop_old_sessions_on_logout</c>).</summary>
    public bool SignOutEndsAll { get; set; } = true;

    /// <summary>Whether signing in ends the user's sessions in other browsers (<c>drop_old_sessions_on_login</c>).</summary>
    public bool SignInEndsOthers { get; set; }
}
