namespace OpenProject.Application.Scim;

/// <summary>What every request says beside its body.</summary>
/// <param name="Root">The public address of the API, without a final slash.</param>
/// <param name="Provider">Whose external ids are read and written.</param>
/// <param name="Attributes">What is to be told.</param>
/// <param name="Excluded">What is not to be told.</param>
/// <param name="IsDetailed">Whether what is told to those alone who ask for it by name is told to all who ask for what it belongs to.</param>
public sealed record ScimCall(string Root, string Provider, IReadOnlyList<string>? Attributes = null, IReadOnlyList<string>? Excluded = null, bool IsDetailed = false)
{
    /// <summary>The client that calls.</summary>
    public long ClientId { get; init; }
}
