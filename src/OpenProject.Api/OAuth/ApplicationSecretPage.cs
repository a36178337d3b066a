namespace OpenProject.Api.OAuth;

/// <summary>What a program needs to come as an application; the only page that shows its secret.</summary>
/// <param name="Id">The application.</param>
/// <param name="Name">Its name.</param>
/// <param name="ClientId">Its <c>client_id</c>.</param>
/// <param name="Secret">Its <c>client_secret</c>.</param>
public sealed record ApplicationSecretPage(long Id, string Name, string ClientId, string Secret);
