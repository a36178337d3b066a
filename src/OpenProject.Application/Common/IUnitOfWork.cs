namespace OpenProject.Application.Common;

/// <summary>Stores what changed, in one transaction, with its journals.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Writes all tracked changes. A stale concurrency token leaves as <see cref="Problem.Conflict"/>, a taken unique
    /// value as <see cref="Problem.Invalid"/>.
    /// </summary>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the aggregates that were loaded, so that they are loaded anew: between writes that follow each other in one scope, as
    /// statements change rows behind what is loaded. Nothing may be left unsaved.
    /// </summary>
    void Forget();

    /// <summary>Forgets what is loaded together with what is left unsaved: of a write that was refused, so that the next save does not store it.</summary>
    void Discard();

    /// <summary>Runs several saves and set-based statements in one transaction; nothing is stored when the work throws.</summary>
    Task InTransactionAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken);
}
