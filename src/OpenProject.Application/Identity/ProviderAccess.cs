using OpenProject.Application.Common;

namespace OpenProject.Application.Identity;

/// <summary>For whom a provider's token stands, or why for nobody.</summary>
/// <param name="Viewer">The user that is linked to its subject.</param>
/// <param name="Refusal">Why there is none, for developers.</param>
/// <param name="LacksScope">Whether the reason is that the token is good, but for another API.</param>
public sealed record ProviderAccess(Viewer? Viewer, string? Refusal = null, bool LacksScope = false)
{
    /// <summary>Whether the token opens what is read, and nothing that writes.</summary>
    public bool ReadsOnly { get; init; }
}
