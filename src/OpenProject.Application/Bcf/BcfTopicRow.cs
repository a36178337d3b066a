using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

#pragma warning disable CS1591 // The members are the columns of the two rows, documented there.

/// <summary>A topic with its work package, as read.</summary>
public sealed class BcfTopicRow
{
    public long Id { get; init; }

    public string Guid { get; init; } = "";

    public long WorkPackageId { get; init; }

    public int LockVersion { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public long TypeId { get; init; }

    public string TypeName { get; init; } = "";

    public long StatusId { get; init; }

    public string StatusName { get; init; } = "";

    public string PriorityName { get; init; } = "";

    public DateOnly? DueDate { get; init; }

    public long AuthorId { get; init; }

    public string CreationAuthor { get; init; } = "";

    public DateTime CreationDate { get; init; }

    public DateTime ModifiedDate { get; init; }

    /// <summary>Who made the last journal, as BCF names people.</summary>
    public string? ModifiedAuthor { get; init; }

    public long? AssigneeId { get; init; }

    public string? AssignedTo { get; init; }

    public int? Index { get; init; }

    public string? Stage { get; init; }

    public string? LabelLines { get; init; }

    public IReadOnlyList<string> ReferenceLinks { get; init; } = [];

    public string? SnippetType { get; init; }

    public bool SnippetIsExternal { get; init; }

    public string? SnippetReference { get; init; }

    public string? SnippetReferenceSchema { get; init; }

    public long? SnippetFileId { get; init; }

    /// <summary>Whether an open work package blocks it, so that it cannot be closed.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The link to the work package, then the others.</summary>
    public IEnumerable<string> Links => ReferenceLinks.Prepend(BcfWorkPackageLinks.Of(WorkPackageId));

    public IReadOnlyList<string> Labels => BcfTopic.LabelsOf(LabelLines);
}
