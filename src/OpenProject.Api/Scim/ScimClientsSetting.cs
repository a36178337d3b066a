using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>Reads <see cref="ScimOptions.Clients"/>, and refuses what cannot be read when the server starts.</summary>
public sealed class ScimClientsSetting : IValidateOptions<ScimOptions>
{
    /// <summary>The clients.</summary>
    /// <exception cref="JsonException">They cannot be read.</exception>
    public static ScimGivenClients Read(ScimOptions options)
    {
        var all = string.IsNullOrWhiteSpace(options.Clients) ? [] : JsonSerializer.Deserialize<List<Client?>>(options.Clients) ?? [];
        if (all.Exists(client => string.IsNullOrWhiteSpace(client?.Name) || string.IsNullOrWhiteSpace(client.Subject) || string.IsNullOrWhiteSpace(client.Provider)))
            throw new JsonException("each needs name, jwt_sub and auth_provider_slug");
        if (all.DistinctBy(client => client!.Name!.Trim(), StringComparer.OrdinalIgnoreCase).Count() < all.Count)
            throw new JsonException("two have the same name");
        return new ScimGivenClients([.. all.Select(client => new ScimGivenClient(client!.Name!.Trim(), client.Provider!.Trim(), client.Subject!.Trim()))]);
    }

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ScimOptions options)
    {
        try
        {
            Read(options);
            return ValidateOptionsResult.Success;
        }
        catch (JsonException exception)
        {
            return ValidateOptionsResult.Fail($"Scim:Clients must be a JSON list of clients: {exception.Message}");
        }
    }

    private sealed record Client(
        [property: JsonPropertyName("name")] string? Name,
        [property: JsonPropertyName("jwt_sub")] string? Subject,
        [property: JsonPropertyName("auth_provider_slug")] string? Provider);
}
