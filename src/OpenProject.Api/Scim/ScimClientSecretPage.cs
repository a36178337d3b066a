using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>What a client comes in by; the only page that shows it.</summary>
/// <param name="Name">The client's name.</param>
/// <param name="Secret">What it comes in by.</param>
public sealed record ScimClientSecretPage(string Name, ScimClientSecret Secret);
