using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Mcp;

/// <summary>
/// A call of a tool that its caller gave a key, so that sending it again does it no second time: it is kept from before it is made, and
/// answers for a day.
/// </summary>
public sealed class KeyedCall : AggregateRoot, IContent
{
    /// <summary>Length of the digests, SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>How long it answers.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private KeyedCall()
    {
    }

    /// <summary>Who called.</summary>
    public long UserId { get; private set; }

    /// <summary>Who called; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>The digest of the tool and the key.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>The digest of the other arguments.</summary>
    public string ArgumentsHash { get; private set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>What it answered, JSON; null while it runs, and when nobody knows its end.</summary>
    public string? Answer { get; private set; }

    /// <summary>One that begins.</summary>
    public static KeyedCall Begin(long userId, string keyHash, string argumentsHash, DateTime now) =>
        new() { UserId = userId, KeyHash = keyHash, ArgumentsHash = argumentsHash, CreatedAt = now };

    /// <summary>It has ended.</summary>
    public void End(string answer) => Answer = answer;

    /// <summary>Whether it answers no longer.</summary>
    public bool IsOver(DateTime now) => now - CreatedAt >= KeptFor;
}
