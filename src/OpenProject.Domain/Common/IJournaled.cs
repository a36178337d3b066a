namespace OpenProject.Domain.Common;

/// <summary>An aggregate that keeps its history: every save that changes it adds a journal row, in the same transaction.</summary>
public interface IJournaled
{
    /// <summary>
    /// The journal row of the state about to be saved: a new entity of the model that refers to this aggregate by a
    /// navigation or by a foreign key (an aggregate not stored yet has no id to copy). Null when this save needs none,
    /// for instance because the running journal was amended instead.
    /// </summary>
    /// <param name="actorId">The user who makes the change.</param>
    /// <param name="now">The time of the change, UTC.</param>
    /// <param name="agent">The program that acts for the user by its own judgement; null where he acts himself.</param>
    object? TakeJournal(long actorId, DateTime now, string? agent = null);
}
