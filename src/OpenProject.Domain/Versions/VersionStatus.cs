namespace OpenProject.Domain.Versions;

/// <summary>Whether work packages may still join a version; stored as its number.</summary>
public enum VersionStatus
{
    /// <summary>They may.</summary>
    Open = 1,

    /// <summary>They may not; it is not finished.</summary>
    Locked = 2,

    /// <summary>It is finished.</summary>
    Closed = 3,
}
