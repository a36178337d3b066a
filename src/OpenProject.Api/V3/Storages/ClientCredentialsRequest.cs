using System.Text.Json;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Storages;

/// <summary>What the server calls itself at a storage (contract component <c>OAuthClientCredentialsWriteModel</c>).</summary>
/// <param name="ClientId">The name.</param>
/// <param name="ClientSecret">The secret.</param>
public sealed record ClientCredentialsRequest(string? ClientId, string? ClientSecret) : IRequestBody<ClientCredentialsRequest>
{
    /// <inheritdoc/>
    public static ClientCredentialsRequest Read(JsonElement body) => new(Text(body, "clientId"), Text(body, "clientSecret"));

    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new ProblemException(new Problem.Invalid([LinkReader.Malformed(name, "text", value)]));
    }
}
