namespace OpenProject.Domain.Common;

/// <summary>
/// An aggregate that counts its saved changes, so that a writer who saw an older state is refused. Implement it with a
/// private setter; persistence increments it on each save and uses it as the concurrency token.
/// </summary>
public interface ILockVersioned
{
    /// <summary>0 when created, one more with each saved change of the aggregate or of what it owns.</summary>
    int LockVersion { get; }
}
