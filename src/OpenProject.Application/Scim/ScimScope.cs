using OpenProject.Application.Common;

namespace OpenProject.Application.Scim;

/// <summary>What names and addresses in a request depend on.</summary>
/// <param name="Store">The rows that conditions may refer to.</param>
/// <param name="Provider">Whose external ids are told.</param>
/// <param name="Root">The public address of the API, without a final slash: <c>https://op.example.com/scim_v2</c>.</param>
/// <param name="IsOwn">Whether external ids that other providers gave are left out, as what a client changes is its own.</param>
public sealed record ScimScope(IReadStore Store, string Provider, string Root, bool IsOwn = false);
