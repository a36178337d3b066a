namespace OpenProject.Application.Identity;

/// <summary>What a provider's token says, or why it counts for nothing.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Subject">Whom the provider calls so.</param>
/// <param name="Scopes">What the token opens.</param>
/// <param name="Refusal">Why it counts for nothing, for developers; null when it is good.</param>
public sealed record ProviderToken(string Provider, string Subject, IReadOnlyList<string> Scopes, string? Refusal = null)
{
    /// <summary>One that counts for nothing.</summary>
    public static ProviderToken Refused(string why) => new("", "", [], why);
}
