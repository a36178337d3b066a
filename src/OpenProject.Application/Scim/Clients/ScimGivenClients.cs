namespace OpenProject.Application.Scim.Clients;

/// <summary>A client that the settings give: it comes in by its provider's tokens.</summary>
/// <param name="Name">What it is called; by that it is found again.</param>
/// <param name="Provider">The configured OpenID Connect provider that it speaks for.</param>
/// <param name="Subject">What that provider's tokens for it have as subject.</param>
public sealed record ScimGivenClient(string Name, string Provider, string Subject);

/// <summary>The clients that the settings give. Administrators look at them and do not change them.</summary>
/// <param name="All">All of them.</param>
public sealed record ScimGivenClients(IReadOnlyList<ScimGivenClient> All)
{
    /// <summary>Whether a client of that name is one of them; the database takes other cases for the same.</summary>
    public bool Include(string name) => All.Any(given => given.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
