using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;
using OpenProject.Application.Common;
using OpenProject.Application.Identity;

namespace OpenProject.Api.Authentication;

/// <summary>
/// The public keys of providers. They are kept for an hour, and fetched again when a token names one that is not among them,
/// as providers change keys as they like; but seldom, as anybody can make up names. A provider that does not answer does not
/// shut people out: what was known goes on for a day.
/// </summary>
internal sealed partial class ProviderKeys(IHttpClientFactory clients, TimeProvider clock, ILogger<ProviderKeys> logger)
{
    /// <summary>The name of the client that fetches keys.</summary>
    public const string Client = "provider-keys";

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, KeyRing> rings = new(StringComparer.Ordinal);

    /// <summary>The key of that name; null when the provider has none.</summary>
    /// <exception cref="ProblemException">The provider does not answer, and without it nobody knows.</exception>
    public async Task<SecurityKey?> FindAsync(IdentityProvider provider, string kid, CancellationToken cancellationToken)
    {
        var ring = rings.GetOrAdd(provider.Name, _ => new KeyRing());
        if (ring.Find(kid, Since(Fresh)) is { } known)
            return known;
        await ring.Turn.WaitAsync(cancellationToken);
        try
        {
            if (ring.Find(kid, Since(Fresh)) is { } fetched)
                return fetched;
            if (ring.TriedAt is not { } tried || tried <= Since(Pause))
                await FetchAsync(provider, ring);
            return ring.Find(kid, Since(Usable)) ?? (ring.IsAnswered ? null : throw new ProblemException(new Problem.Unavailable()));
        }
        finally
        {
            ring.Turn.Release();
        }
    }

    private DateTimeOffset Since(TimeSpan ago) => clock.GetUtcNow() - ago;

    // Not given up with the request: others wait for the same answer. The client has a limit of its own.
    private async Task FetchAsync(IdentityProvider provider, KeyRing ring)
    {
        var now = clock.GetUtcNow();
        try
        {
            using var client = clients.CreateClient(Client);
            var set = new JsonWebKeySet(await client.GetStringAsync(provider.KeysAt, CancellationToken.None));
            ring.Fill(set.Keys.Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 } && key.Use is null or "" or JsonWebKeyUseNames.Sig), now);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or ArgumentException or InvalidOperationException)
        {
            ring.Fail(now);
            Failed(logger, provider.Name, provider.KeysAt, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the identity provider {Provider} at {Address} could not be had.")]
    private static partial void Failed(ILogger logger, string provider, Uri address, Exception failure);

    /// <summary>What one provider answered, and when. Replaced as a whole; who fills it has the turn.</summary>
    private sealed class KeyRing
    {
        private volatile Answer? answer;

        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset? TriedAt { get; private set; }

        public bool IsAnswered { get; private set; }

        public SecurityKey? Find(string kid, DateTimeOffset answeredSince) =>
            answer is { } known && known.At > answeredSince ? known.Keys.GetValueOrDefault(kid) : null;

        public void Fill(IEnumerable<JsonWebKey> keys, DateTimeOffset now)
        {
            answer = new Answer(keys.GroupBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(same => same.Key, same => (SecurityKey)same.First(), StringComparer.Ordinal), now);
            (TriedAt, IsAnswered) = (now, true);
        }

        public void Fail(DateTimeOffset now) => (TriedAt, IsAnswered) = (now, false);

        private sealed record Answer(IReadOnlyDictionary<string, SecurityKey> Keys, DateTimeOffset At);
    }
}
