using OpenProject.Domain.Bcf;

namespace OpenProject.Domain.WorkPackages;

/// <content>Its history.</content>
public sealed partial class WorkPackage
{
    private Comment? comment;
    private WorkPackageJournal? latest;
    private LabelChange? revised;

    /// <summary>A comment for the journal of the change that is about to be saved.</summary>
    public void Note(Comment said) => comment = said;

    /// <summary>
    /// What building models know of it beyond its attributes changes with the next save: that counts as a change of it, with lock
    /// version, time and journal.
    /// </summary>
    /// <param name="labels">What happens to labels, which is told as an event.</param>
    public void ReviseTopic(LabelChange labels)
    {
        revised = labels;
        TopicRevision++;
    }

    /// <summary>Names the latest journal, so that the change about to be saved may be told as one with it.</summary>
    public void Continue(WorkPackageJournal journal) => latest = journal;

    /// <summary>The journal of a comment that changes nothing else. Its number, the present one, has been counted already.</summary>
    public WorkPackageJournal Say(Comment said, long userId, DateTime now, string? agent = null) => new(this, userId, said, now, agent: agent);

    /// <inheritdoc/>
    public object? TakeJournal(long actorId, DateTime now, string? agent = null)
    {
        var (said, before, labels) = (comment, latest, revised);
        (comment, latest, revised) = (null, null, null);
        if (said is null && before is not null)
        {
            if (labels is null && before.Shows(this))
                return null;
            if (before.IsRunning(actorId, agent, now))
            {
                before.Amend(this, labels, now);
                return null;
            }
        }

        JournalVersion++;
        return new WorkPackageJournal(this, actorId, said, now, labels, agent);
    }
}
