namespace OpenProject.Infrastructure.Persistence;

/// <summary>How sure SQLite makes that a committed transaction survives a power failure.</summary>
public enum SqliteSynchronous
{
    /// <summary>Waits for the disk at each commit.</summary>
    Full,

    /// <summary>Faster; the last commits may be lost at a power failure, the file stays sound.</summary>
    Normal,
}
