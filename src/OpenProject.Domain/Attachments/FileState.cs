namespace OpenProject.Domain.Attachments;

/// <summary>How far a file is.</summary>
public enum FileState
{
    /// <summary>Its bytes are on their way.</summary>
    Arriving,

    /// <summary>It is there.</summary>
    Uploaded,

    /// <summary>Nothing refers to it, nor may any more: it is being removed.</summary>
    Doomed,
}
