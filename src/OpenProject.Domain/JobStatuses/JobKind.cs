namespace OpenProject.Domain.JobStatuses;

/// <summary>What a job does.</summary>
public enum JobKind
{
    /// <summary>Copies a project.</summary>
    ProjectCopy,
}
