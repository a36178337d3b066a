using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.JobStatuses;

/// <summary>
/// Work that somebody asked for and that takes longer than a request. Its row is its place in the queue and, later, what
/// came of it; any server may take it, each for a while at a time.
/// </summary>
public sealed class Job : AggregateRoot, ITimestamped, IContent
{
    /// <summary>The number of characters of a UUID.</summary>
    public const int UuidLength = 36;

    /// <summary>Longest message.</summary>
    public const int MessageLimit = 1000;

    /// <summary>How often it is begun, at most.</summary>
    public const int MostAttempts = 3;

    /// <summary>How many of one user there may be that have not ended.</summary>
    public const int MostOfUser = 20;

    /// <summary>How long a server has it, unless it says that it still works on it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>How long the row of one that has ended stays.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    private Job()
    {
    }

    /// <summary>Its name in paths: a random UUID in lower case.</summary>
    public string Uuid { get; private set; } = "";

    /// <summary>What it does.</summary>
    public JobKind Kind { get; private set; }

    /// <summary>Who asked for it, and as whom it acts.</summary>
    public long UserId { get; private set; }

    /// <summary>Who asked for it; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>What was asked for, JSON.</summary>
    public string Input { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>What people are told about its end; null before.</summary>
    public string? Message { get; private set; }

    /// <summary>The project that came of it; null for none.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The project that came of it; for queries only.</summary>
    public Project? Project { get; private set; }

    /// <summary>How often it has been begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when the server that took it last has it, UTC; null before.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A job that waits to be taken.</summary>
    public static Job Ask(JobKind kind, long userId, string input, DateTime now) => new()
    {
        Uuid = Guid.NewGuid().ToString(),
        Kind = kind,
        UserId = userId,
        Input = input,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
