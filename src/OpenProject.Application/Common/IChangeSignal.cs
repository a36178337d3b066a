namespace OpenProject.Application.Common;

/// <summary>
/// Counts what this process has written, so that what it remembers of the database is forgotten with the next write. What
/// other processes write is noticed when the remembered runs out.
/// </summary>
public interface IChangeSignal
{
    /// <summary>Another number after each write of this process.</summary>
    long Epoch { get; }

    /// <summary>
    /// Another number after each write of this process to anything but content (<see cref="Domain.Common.IContent"/>): to who
    /// there is, what they may do, and what content hangs on.
    /// </summary>
    long SettledEpoch { get; }
}
