namespace OpenProject.Application.Scim.Clients;

/// <summary>The client that calls.</summary>
/// <param name="Id">The client.</param>
/// <param name="Provider">Within which its external ids are unique.</param>
public sealed record ScimCaller(long Id, string Provider);
