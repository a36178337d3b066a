using OpenProject.Application.Common;

namespace OpenProject.Api.Scim;

/// <summary>What became of one operation of a bulk request.</summary>
/// <param name="Status">The status that it would have been answered with by itself.</param>
/// <param name="Location">The resource; null where none was made.</param>
/// <param name="Version">The resource's version.</param>
/// <param name="Problem">Why it failed; null when it did not, or by a fault of ours.</param>
internal sealed record ScimBulkResult(int Status, string? Location, string? Version, Problem? Problem = null)
{
    /// <summary>Whether it failed.</summary>
    public bool IsError => Status >= StatusCodes.Status400BadRequest;
}
