using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenProject.Testing.Logs;

/// <summary>
/// What all servers of this process, and the processes that it started, have logged, and the secrets that went over the wire
/// meanwhile. Neither is looked at before all tests have run: a line may tell a secret that no test has seen yet.
/// </summary>
public static class SuiteLog
{
    private static readonly ConcurrentQueue<string> Lines = new();
    private static readonly ConcurrentDictionary<string, byte> Secrets = new(StringComparer.Ordinal);

    /// <summary>The provider for servers of this process. One each, as each has scopes of its own.</summary>
    public static ILoggerProvider Provider => new NotedLog(Note);

    /// <summary>How many lines there are.</summary>
    public static int LineCount => Lines.Count;

    /// <summary>How many secrets are known.</summary>
    public static int SecretCount => Secrets.Count;

    /// <summary>Takes a line.</summary>
    public static void Note(string line) => Lines.Enqueue(line);

    /// <summary>Takes secrets.</summary>
    public static void Keep(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
            Secrets.TryAdd(secret, 0);
    }

    /// <summary>The lines that tell a secret.</summary>
    public static IReadOnlyList<string> Leaks() => WireSecrets.In(Lines, [.. Secrets.Keys]);
}
