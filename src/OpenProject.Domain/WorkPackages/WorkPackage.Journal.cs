namespace OpenProject.Domain.WorkPackages;

/// <content>Its history.</content>
public sealed partial class WorkPackage
{
    private string? notes;

    /// <summary>A comment for the journal of the change that is about to be saved.</summary>
    public void Note(string? comment) => notes = comment;

    /// <inheritdoc/>
    public object TakeJournal(long actorId, DateTime now)
    {
        JournalVersion++;
        var journal = new WorkPackageJournal(this, actorId, notes, now);
        notes = null;
        return journal;
    }
}
