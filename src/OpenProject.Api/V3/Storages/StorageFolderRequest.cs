using System.Text.Json;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Storages;

/// <summary>A folder to be made (contract component <c>StorageFolderWriteModel</c>).</summary>
/// <param name="Name">What it shall be called.</param>
/// <param name="ParentId">Where: the path of a folder.</param>
public sealed record StorageFolderRequest(string Name, string ParentId) : IRequestBody<StorageFolderRequest>
{
    /// <inheritdoc/>
    public static StorageFolderRequest Read(JsonElement body) => new(Text(body, "name"), Text(body, "parentId"));

    /// <summary>A text that must be there.</summary>
    internal static string Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new ProblemException(new Problem.BadRequest($"Bad request: {name} is missing or no text"));
}
