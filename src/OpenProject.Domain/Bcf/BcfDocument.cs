using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Bcf;

/// <summary>A document of a project that its topics refer to (BCF API 2.1 section 4.8).</summary>
public sealed class BcfDocument : AggregateRoot, IContent
{
    private BcfDocument()
    {
    }

    /// <summary>A document.</summary>
    public BcfDocument(long projectId, string guid, string fileName, long fileId, DateTime now) =>
        (ProjectId, Guid, FileName, FileId, CreatedAt) = (projectId, guid, fileName, fileId, now);

    /// <summary>What building models call it (<see cref="BcfGuid"/>).</summary>
    public string Guid { get; private set; } = "";

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The bytes.</summary>
    public long FileId { get; private set; }

    /// <summary>The bytes; for queries only.</summary>
    public StoredFile File { get; private set; } = null!;

    /// <summary>When it came, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}
