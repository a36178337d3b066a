namespace OpenProject.Api.Tests.Scim;

/// <summary>One request of a provider and what it needs of the answer.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base; <c>{name}</c> is what an earlier step has kept.</param>
/// <param name="Body">The body.</param>
/// <param name="Status">The status.</param>
/// <param name="Expected">Values at paths of the answer, as JSON.</param>
/// <param name="Keeps">Under which name the id of the answer is kept.</param>
public sealed record ProviderStep(string Method, string Path, string? Body, int Status, IReadOnlyList<(string Path, string Json)> Expected, string? Keeps);
