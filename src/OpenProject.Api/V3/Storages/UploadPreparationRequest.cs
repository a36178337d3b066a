using System.Text.Json;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Storages;

/// <summary>A file that somebody wants to send to a storage (contract component <c>StorageFileUploadPreparationModel</c>).</summary>
/// <param name="ProjectId">The project for which it is meant.</param>
/// <param name="FileName">What it shall be called.</param>
/// <param name="Parent">Where it shall be: the path of a folder.</param>
public sealed record UploadPreparationRequest(long ProjectId, string FileName, string Parent) : IRequestBody<UploadPreparationRequest>
{
    /// <inheritdoc/>
    public static UploadPreparationRequest Read(JsonElement body) => new(
        body.TryGetProperty("projectId", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var projectId)
            ? projectId
            : throw new ProblemException(new Problem.BadRequest("Bad request: projectId is missing or no whole number")),
        StorageFolderRequest.Text(body, "fileName"),
        StorageFolderRequest.Text(body, "parent"));
}
