namespace OpenProject.Application.Projects;

/// <summary>Copies what lies in projects, in the caller's transaction.</summary>
public interface IProjectContents
{
    /// <summary>Copies parts of a project into a new one.</summary>
    /// <param name="sourceId">The project.</param>
    /// <param name="targetId">The new one, which has its first member.</param>
    /// <param name="parts">Which; those that the viewer may not see have been left out.</param>
    /// <param name="copier">Who copies.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task CopyAsync(long sourceId, long targetId, CopiedParts parts, Copier copier, CancellationToken cancellationToken);
}

/// <summary>Who copies a project.</summary>
/// <param name="UserId">The author of all.</param>
/// <param name="HiddenFieldIds">The custom fields that are not there for him; their values are not copied.</param>
public sealed record Copier(long UserId, IReadOnlyCollection<long> HiddenFieldIds);
