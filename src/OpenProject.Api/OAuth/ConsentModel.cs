namespace OpenProject.Api.OAuth;

/// <summary>What the consent page shows, and sends back with the person's decision.</summary>
/// <param name="Application">The application's name.</param>
/// <param name="IsStranger">Whether it has registered itself, and nobody here has looked at it.</param>
/// <param name="Person">Who is asked.</param>
/// <param name="Scopes">What it wants to be let do.</param>
/// <param name="Destination">Where the person is sent afterwards: the host, or what else says it; null when the code is shown to him.</param>
/// <param name="Parameters">The parameters of the request, each to be sent again.</param>
public sealed record ConsentModel(
    string Application,
    bool IsStranger,
    string Person,
    IReadOnlyList<ScopeText> Scopes,
    string? Destination,
    IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    /// <summary>The name of the field with the decision.</summary>
    public const string Decision = "decision";

    /// <summary>Its value for yes.</summary>
    public const string Allow = "allow";

    /// <summary>Its value for no.</summary>
    public const string Deny = "deny";
}
