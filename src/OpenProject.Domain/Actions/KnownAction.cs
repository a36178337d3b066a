using OpenProject.Domain.Roles;

namespace OpenProject.Domain.Actions;

/// <summary>Something that clients know by name that one may do, e.g. <c>work_packages/create</c>.</summary>
/// <param name="Code">The name: a resource and a verb.</param>
/// <param name="Needed">The permission that doing it takes.</param>
/// <param name="Name">The label.</param>
/// <param name="Description">What it is, in a sentence.</param>
public sealed record KnownAction(string Code, Permission Needed, string Name, string Description)
{
    /// <summary>What it is about, the resource first.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [Code[..Code.IndexOf('/', StringComparison.Ordinal)]];
}
