using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Bcf;

/// <summary>What a comment refers to: a viewpoint, another comment that it answers, or both.</summary>
public sealed class BcfCommentLink : AggregateRoot, IContent
{
    private BcfCommentLink()
    {
    }

    /// <summary>What the comment of an activity refers to.</summary>
    public BcfCommentLink(long journalId) => JournalId = journalId;

    /// <summary>The activity that the comment is.</summary>
    public long JournalId { get; private set; }

    /// <summary>The activity that the comment is; for queries only.</summary>
    public WorkPackageJournal Journal { get; private set; } = null!;

    /// <summary>The viewpoint, of the same topic.</summary>
    public long? ViewpointId { get; private set; }

    /// <summary>The viewpoint; for queries only.</summary>
    public BcfViewpoint? Viewpoint { get; private set; }

    /// <summary>The activity that it answers, of the same work package.</summary>
    public long? ReplyToId { get; private set; }

    /// <summary>The activity that it answers; for queries only.</summary>
    public WorkPackageJournal? ReplyTo { get; private set; }

    /// <summary>Refers to a viewpoint, or to none.</summary>
    public void Show(long? viewpointId) => ViewpointId = viewpointId;

    /// <summary>Answers another comment, or none.</summary>
    public void Answer(long? journalId) => ReplyToId = journalId;
}
