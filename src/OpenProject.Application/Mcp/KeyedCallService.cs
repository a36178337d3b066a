using System.Security.Cryptography;
using System.Text;
using OpenProject.Application.Common;
using OpenProject.Domain.Mcp;

namespace OpenProject.Application.Mcp;

/// <summary>
/// Has a call that its caller gave a key made once, whichever server it comes to. Used in scopes of its own, so that what a tool has left
/// behind is not saved with it.
/// </summary>
public sealed class KeyedCallService(CurrentViewer viewer, IReadStore store, IAggregates<KeyedCall> calls, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const string Others = "This idempotency_key was used with other arguments. Give each call a key of its own.";
    private const string Unknown = "A call with this idempotency_key has begun, and its end is not known. It may have been written; read before repeating.";

    /// <summary>
    /// Begins a call, or finds what it answered. Leaves as a conflict where the key was used with other arguments, and where nobody knows
    /// how the first call ended, or it has not.
    /// </summary>
    /// <param name="tool">The tool.</param>
    /// <param name="key">The caller's key, unique for him and the tool.</param>
    /// <param name="arguments">The other arguments, the same text for the same arguments.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the call that has begun, or the answer of the one before.</returns>
    public async Task<(long Id, string? Answer)> BeginAsync(string tool, string key, string arguments, CancellationToken cancellationToken)
    {
        var (userId, keyHash, hash, now) = (viewer.Viewer.UserId, HashOf($"{tool}\n{key}"), HashOf(arguments), clock.GetUtcNow().UtcDateTime);
        var known = await FindAsync(userId, keyHash, cancellationToken);
        if (known?.IsOver(now) == true)
        {
            calls.Remove(known);
            await unitOfWork.SaveAsync(cancellationToken);
            known = null;
        }

        if (known is not null)
            return (known.Id, AnswerOf(known, hash));
        var begun = KeyedCall.Begin(userId, keyHash, hash, now);
        calls.Add(begun);
        try
        {
            await unitOfWork.SaveAsync(cancellationToken);
        }
        catch (ProblemException late) when (late.Problem is Problem.Invalid or Problem.Conflict)
        {
            // Another server was first.
            throw new ProblemException(new Problem.Conflict(Unknown));
        }

        return (begun.Id, null);
    }

    /// <summary>Keeps what a call answered.</summary>
    public async Task EndAsync(long id, string answer)
    {
        if (await calls.FindAsync(id, CancellationToken.None) is { } call)
            call.End(answer);
        await unitOfWork.SaveAsync(CancellationToken.None);
    }

    /// <summary>Forgets a call that has done nothing.</summary>
    public async Task ForgetAsync(long id)
    {
        if (await calls.FindAsync(id, CancellationToken.None) is { } call)
            calls.Remove(call);
        await unitOfWork.SaveAsync(CancellationToken.None);
    }

    private static string AnswerOf(KeyedCall known, string argumentsHash) => known.ArgumentsHash != argumentsHash
        ? throw new ProblemException(new Problem.Conflict(Others))
        : known.Answer ?? throw new ProblemException(new Problem.Conflict(Unknown));

    private async Task<KeyedCall?> FindAsync(long userId, string keyHash, CancellationToken cancellationToken)
    {
        var id = await store.FirstOrDefaultAsync(store.Rows<KeyedCall>().Where(c => c.UserId == userId && c.KeyHash == keyHash).Select(c => c.Id), cancellationToken);
        return id == 0 ? null : await calls.FindAsync(id, cancellationToken);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
