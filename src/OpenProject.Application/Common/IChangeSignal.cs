namespace OpenProject.Application.Common;

/// <summary>
/// Counts what this process has written, so that what it remembers of the database is forgotten with the next write. What
/// other processes write is noticed when the remembered runs out.
/// </summary>
public interface IChangeSignal
{
    /// <summary>Another number after each write of this process.</summary>
    long Epoch { get; }
}
