using OpenProject.Application.Resources;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Attachments;

/// <summary>An attachment, as read.</summary>
public sealed class AttachmentDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What the file is called.</summary>
    public string FileName { get; init; } = "";

    /// <summary>What is in it, plain text, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The bytes.</summary>
    public long FileId { get; init; }

    /// <summary>The key of the bytes in the store.</summary>
    public string FileKey { get; init; } = "";

    /// <summary>How far the bytes are.</summary>
    public FileState FileState { get; init; }

    /// <summary>The number of bytes.</summary>
    public long FileByteSize { get; init; }

    /// <summary>The media type, as the server found.</summary>
    public string FileContentType { get; init; } = "";

    /// <summary>The MD5 digest in hexadecimal.</summary>
    public string? FileMd5 { get; init; }

    /// <summary>Who uploaded it.</summary>
    public long AuthorId { get; init; }

    /// <summary>The author's name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The author's kind.</summary>
    public PrincipalKind AuthorKind { get; init; }

    /// <summary>The work package that it hangs on, itself or by an activity; null for none.</summary>
    public long? WorkPackageId { get; init; }

    /// <summary>The work package's subject.</summary>
    public string? WorkPackageSubject { get; init; }

    /// <summary>The work package's project.</summary>
    public long? WorkPackageProjectId { get; init; }

    /// <summary>The activity that it hangs on; null for none.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Who wrote the activity.</summary>
    public long? ActivityUserId { get; init; }

    /// <summary>Whether the activity is internal.</summary>
    public bool? ActivityInternal { get; init; }

    /// <summary>The document, wiki page, post or meeting that it hangs on; null for none.</summary>
    public long? ContentId { get; init; }

    /// <summary>Which of these it is.</summary>
    public ProjectContentKind? ContentKind { get; init; }

    /// <summary>What it is called.</summary>
    public string? ContentTitle { get; init; }

    /// <summary>Its project.</summary>
    public long? ContentProjectId { get; init; }

    /// <summary>The help text that it hangs on; null for none.</summary>
    public long? HelpTextId { get; init; }

    /// <summary>The project whose permissions count; null where it hangs on nothing in a project.</summary>
    public long? ProjectId => WorkPackageProjectId ?? ContentProjectId;

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}
