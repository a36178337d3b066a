using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Goes to the storages of a page to see whether they let the server in: a few at a time, and not for long.</summary>
public sealed class StorageConnections(IRemoteFiles files, ISecretProtection secrets, StorageConnectionMemory memory) : IEnricher<StorageDto>
{
    private const int AtOnce = 8;

    /// <summary>How long all storages of a page have together, to answer.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<StorageDto> rows, Access access, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, _) => row.Connection = await ConnectionOfAsync(row, limit.Token, cancellationToken));
    }

    private async Task<StorageConnection> ConnectionOfAsync(StorageDto row, CancellationToken limit, CancellationToken request)
    {
        if (RemoteAccount.Of(row.Host, row.ProtectedPassword, secrets) is not { } account)
            return StorageConnection.FailedAuthorization;
        if (memory.Connections.TryGet(account, out var known))
            return known;
        var found = await AskAsync(account, limit, request);
        memory.Connections.Put(account, found, memory.Connections.Now);
        return found;
    }

    private async Task<StorageConnection> AskAsync(RemoteAccount account, CancellationToken limit, CancellationToken request)
    {
        try
        {
            return await files.FindAsync(account, RemotePath.Root, limit) is null ? StorageConnection.Error : StorageConnection.Connected;
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Outbound outbound)
        {
            return outbound.Failure == OutboundFailure.Forbidden ? StorageConnection.FailedAuthorization : StorageConnection.Error;
        }
        catch (OperationCanceledException) when (!request.IsCancellationRequested)
        {
            return StorageConnection.Error;
        }
    }
}
