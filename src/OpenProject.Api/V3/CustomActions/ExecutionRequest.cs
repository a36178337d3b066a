using System.Text.Json;
using System.Text.Json.Serialization;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.V3.CustomActions;

/// <summary>What an action is executed on.</summary>
/// <param name="LockVersion">The state that was read, as a number or as text.</param>
/// <param name="Links">The work package.</param>
public sealed record ExecutionRequest(int? LockVersion, [property: JsonPropertyName("_links")] ExecutionLinks Links) : IRequestBody<ExecutionRequest>
{
    /// <summary>The work package's id.</summary>
    [JsonIgnore]
    public long WorkPackageId { get; private init; }

    /// <summary>The state that was read; null when not sent.</summary>
    [JsonIgnore]
    public int? ReadVersion => LockVersion;

    /// <inheritdoc/>
    public static ExecutionRequest Read(JsonElement body)
    {
        if (!body.TryGetProperty("_links", out var links) || links.ValueKind != JsonValueKind.Object || !links.TryGetProperty("workPackage", out var workPackage))
            throw new ProblemException(new Problem.Malformed("The request body did not name a work package."));
        var (_, target, error) = LinkReader.Read("workPackage", [WorkPackageResource.Location], workPackage);
        if (error is not null)
            throw new ProblemException(new Problem.Invalid([error]));
        return target is null
            ? throw new ProblemException(new Problem.Malformed("The request body did not name a work package."))
            : new ExecutionRequest(VersionOf(body), new ExecutionLinks(new HalLink(target.Path.Of(target.Id)))) { WorkPackageId = target.Id };
    }

    private static int? VersionOf(JsonElement body) => body.TryGetProperty("lockVersion", out var version) ? ValueReaders.VersionOf(version) : null;
}

/// <summary>The links of an execution.</summary>
/// <param name="WorkPackage">The work package.</param>
public sealed record ExecutionLinks(HalLink WorkPackage);
