using System.Text.Json;
using System.Text.Json.Serialization;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;
using OpenProject.Application.Principals;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Who shall watch.</summary>
/// <param name="User">The user.</param>
public sealed record WatcherRequest([property: JsonPropertyName("user")] HalLink User) : IRequestBody<WatcherRequest>
{
    /// <summary>The id at the end of the user's href.</summary>
    [JsonIgnore]
    public string Key { get; private init; } = "";

    /// <inheritdoc/>
    public static WatcherRequest Read(JsonElement body)
    {
        if (!body.TryGetProperty("user", out var user))
            throw new ProblemException(new Problem.Malformed("The request body did not name a user."));
        var (_, target, error) = LinkReader.Read("user", [PrincipalPaths.Users], user);
        if (error is { Kind: FieldErrorKind.Format })
            throw new ProblemException(new Problem.Malformed("The user was not a link object."));
        if (error is not null)
            throw new ProblemException(new Problem.Invalid([error]));
        return target is null
            ? throw new ProblemException(new Problem.Malformed("The user was not a link object."))
            : new WatcherRequest(new HalLink(target.Path.Value + "/" + target.Key)) { Key = target.Key };
    }
}
