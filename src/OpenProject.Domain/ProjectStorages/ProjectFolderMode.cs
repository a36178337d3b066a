namespace OpenProject.Domain.ProjectStorages;

/// <summary>Whether a project has a folder of its own in a storage.</summary>
public enum ProjectFolderMode
{
    /// <summary>It has none.</summary>
    Inactive = 0,

    /// <summary>Somebody chose one.</summary>
    Manual = 1,
}
