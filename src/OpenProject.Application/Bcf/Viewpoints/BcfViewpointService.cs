using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>Reads, makes and removes viewpoints of topics. Nobody changes one.</summary>
public sealed class BcfViewpointService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    BcfFileService files,
    BcfPolicy policy,
    IReadStore store,
    IAggregates<BcfViewpoint> viewpoints,
    IAggregates<BcfCommentLink> links,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    // Scenes may be large.
    private const int ChunkSize = 20;

    /// <summary>The viewpoints of a topic: in their order, those without one last.</summary>
    public async Task<BcfList<BcfViewpointRow>> ListAsync(string projectKey, string topicGuid, CancellationToken cancellationToken)
    {
        var topicId = (await topics.KeyOfAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken)).Id;
        var ids = await store.ListAsync(
            store.Rows<BcfViewpoint>().Where(v => v.TopicId == topicId).OrderBy(v => v.Index == null).ThenBy(v => v.Index).ThenBy(v => v.Id).Select(v => v.Id),
            cancellationToken);
        return new BcfList<BcfViewpointRow>(ids.Count, ReadAsync(ids, cancellationToken));
    }

    /// <summary>One viewpoint.</summary>
    public async Task<BcfViewpointRow> FindAsync(string projectKey, string topicGuid, string guid, CancellationToken cancellationToken) =>
        await FindAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, guid, cancellationToken);

    /// <summary>The picture of a viewpoint, and its format; leaves as not found where there is none.</summary>
    public async Task<(string Type, BcfContent Content)> SnapshotAsync(string projectKey, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var row = await FindAsync(projectKey, topicGuid, guid, cancellationToken);
        return row is { SnapshotType: { } type, SnapshotFileId: { } fileId }
            ? (type, await files.OpenAsync(fileId, "snapshot." + type, cancellationToken))
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>An image that lies in a viewpoint, and its format; leaves as not found where there is none of that guid.</summary>
    public async Task<(string Type, BcfContent Content)> BitmapAsync(
        string projectKey, string topicGuid, string guid, string bitmapGuid, CancellationToken cancellationToken)
    {
        var (row, kept) = (await FindAsync(projectKey, topicGuid, guid, cancellationToken), BcfGuid.Find(bitmapGuid));
        var bitmap = await store.FirstOrDefaultAsync(
            store.Rows<BcfBitmap>().Where(b => b.ViewpointId == row.Id && b.Guid == kept).Select(b => new { b.Type, b.FileId }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        return (bitmap.Type, await files.OpenAsync(bitmap.FileId, $"{kept}.{bitmap.Type}", cancellationToken));
    }

    /// <summary>Stores a new viewpoint.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="topicGuid">The topic.</param>
    /// <param name="sent">What was sent: a JSON object.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BcfViewpointRow> CreateAsync(string projectKey, string topicGuid, JsonElement sent, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var topicId = (await topics.KeyOfAsync(project, topicGuid, cancellationToken)).Id;
        var images = new BcfImageReader(files.MaxBytes, looksInside: !policy.SpeaksOpenProject);
        var input = new BcfSceneReader(images, refusesUnknown: policy.SpeaksOpenProject).Read(sent);
        var guid = await StoreAsync(topicId, guid: null, input, cancellationToken);
        return await FindAsync(project, topicGuid, guid, cancellationToken);
    }

    /// <summary>Removes a viewpoint. Comments that referred to it refer to none.</summary>
    public async Task DeleteAsync(string projectKey, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var row = await FindAsync(await projects.ManagedAsync(projectKey, cancellationToken), topicGuid, guid, cancellationToken);
        List<long> fileIds = [];
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var viewpoint = await viewpoints.FindAsync(row.Id, token) ?? throw new ProblemException(new Problem.NotFound());
                var concerned = await store.ListAsync(store.Rows<BcfCommentLink>().Where(l => l.ViewpointId == row.Id).Select(l => l.Id), token);
                foreach (var link in await links.FindManyAsync(concerned, token))
                    link.Show(null);
                await unitOfWork.SaveAsync(token);
                fileIds = [.. viewpoint.Bitmaps.Select(b => b.FileId), .. viewpoint.SnapshotFileId is { } id ? [id] : Array.Empty<long>()];
                await files.ReleaseAsync(fileIds, token);
                viewpoints.Remove(viewpoint);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        await files.RemoveAsync(fileIds);
    }

    /// <summary>Stores a viewpoint of a topic that the viewer may write, with a guid that it had elsewhere or one of ours.</summary>
    internal async Task<string> StoreAsync(long topicId, string? guid, BcfViewpointInput input, CancellationToken cancellationToken)
    {
        if (input.Errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(input.Errors));
        var viewpoint = new BcfViewpoint(topicId, guid ?? BcfGuid.New(), input.Index, input.Scene, input.Components, clock.GetUtcNow().UtcDateTime);
        var received = new List<StoredFile>();
        try
        {
            if (input.Snapshot is { } picture)
                viewpoint.Picture(picture.Type, await ReceiveAsync(picture, "snapshot", received, cancellationToken));
            foreach (var bitmap in input.Bitmaps)
                viewpoint.Show(bitmap.Guid, bitmap.Type, await ReceiveAsync(bitmap, "bitmap", received, cancellationToken));
            viewpoints.Add(viewpoint);
            await unitOfWork.SaveAsync(cancellationToken);
            return viewpoint.Guid;
        }
        catch when (received.Count > 0)
        {
            await files.DropAsync(received);
            throw;
        }
    }

    private async Task<long> ReceiveAsync(BcfImage image, string name, List<StoredFile> received, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(image.Bytes, writable: false);
        var file = await files.ReceiveAsync(bytes, $"{name}.{image.Type}", cancellationToken);
        received.Add(file);
        return file.Id;
    }

    private async Task<BcfViewpointRow> FindAsync(BcfProject project, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var (topicId, kept) = ((await topics.KeyOfAsync(project, topicGuid, cancellationToken)).Id, BcfGuid.Find(guid));
        return await store.FirstOrDefaultAsync(
            store.Rows<BcfViewpoint>().Where(v => v.TopicId == topicId && v.Guid == kept).Select(v => new BcfViewpointRow
            {
                Id = v.Id, Guid = v.Guid, Index = v.Index, Scene = v.Scene, Components = v.Components, SnapshotType = v.SnapshotType, SnapshotFileId = v.SnapshotFileId,
            }),
            cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
    }

    private async IAsyncEnumerable<BcfViewpointRow> ReadAsync(List<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            List<long> wanted = [.. chunk];
            var rows = (await store.ListAsync(
                store.Rows<BcfViewpoint>().Where(v => wanted.Contains(v.Id)).Select(v => new BcfViewpointRow
                {
                    Id = v.Id, Guid = v.Guid, Index = v.Index, Scene = v.Scene, SnapshotType = v.SnapshotType, SnapshotFileId = v.SnapshotFileId,
                }),
                cancellationToken)).ToDictionary(r => r.Id);
            foreach (var id in chunk.Where(rows.ContainsKey))
                yield return rows[id];
        }
    }
}
