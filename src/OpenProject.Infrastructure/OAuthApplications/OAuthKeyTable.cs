using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// The rows of the keys. They are inserted by a statement that does nothing where there is one, never after a look of our
/// own: between look and insert another process may have been there.
/// </summary>
internal sealed partial class OAuthKeyTable(OpenProjectDbContext context, WriteGate gate, TimeProvider clock, ILogger<OAuthKeyTable> logger) : IOAuthKeys
{
    private const int EncryptionKeyBytes = 32;

    public async Task<OAuthKeySet> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await FindAsync(cancellationToken) is { } stored)
                return stored;
            using (await gate.EnterAsync(cancellationToken))
            {
                await AddAsync(OAuthKey.Signing, NewSigningKey(), cancellationToken);
                await AddAsync(OAuthKey.Encryption, RandomNumberGenerator.GetBytes(EncryptionKeyBytes), cancellationToken);
            }

            return await FindAsync(cancellationToken) ?? throw new InvalidOperationException("The keys were stored and are not there.");
        }
        catch (Exception exception) when (exception is DbException || exception.InnerException is DbException)
        {
            Unanswered(logger, exception);
            throw new ProblemException(new Problem.Unavailable());
        }
    }

    private static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private async Task<OAuthKeySet?> FindAsync(CancellationToken cancellationToken)
    {
        var keys = await context.Set<OAuthKey>().ToDictionaryAsync(key => key.Purpose, key => Convert.FromBase64String(key.Material), cancellationToken);
        return keys.TryGetValue(OAuthKey.Signing, out var signing) && keys.TryGetValue(OAuthKey.Encryption, out var encryption)
            ? new OAuthKeySet(signing, encryption)
            : null;
    }

    private Task<int> AddAsync(string purpose, byte[] key, CancellationToken cancellationToken)
    {
        var (material, now) = (Convert.ToBase64String(key), clock.GetUtcNow().UtcDateTime);
        return context.Database.IsSqlite()
            ? context.Database.ExecuteSqlAsync(
                $"insert into oauth_keys (purpose, material, created_at) values ({purpose}, {material}, {now}) on conflict (purpose) do nothing",
                cancellationToken)
            : context.Database.ExecuteSqlAsync(
                $"""
                insert into oauth_keys (purpose, material, created_at) select {purpose}, {material}, {now}
                where not exists (select 1 from oauth_keys with (updlock, holdlock) where purpose = {purpose})
                """,
                cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not tell the keys of the authorization server.")]
    private static partial void Unanswered(ILogger logger, Exception exception);
}
