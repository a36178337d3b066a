using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Application.Bcf.Viewpoints;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Takes over viewpoints of an imported topic, and what was said about it, as far as they are not here yet.</summary>
public sealed class BcfTalkImportService(
    BcfTopicReadService topics, BcfViewpointService viewpoints, BcfCommentService comments, BcfFileService files, BcfPolicy policy, IReadStore store)
{
    /// <summary>Stores them.</summary>
    internal async Task TakeAsync(BcfImportedTopic taken, CancellationToken cancellationToken)
    {
        var (topicId, workPackageId) = await topics.KeyOfAsync(taken.Project, taken.Markup.Guid, cancellationToken);
        var known = await store.ListAsync(store.Rows<BcfViewpoint>().Where(v => v.TopicId == topicId).Select(v => v.Guid), cancellationToken);
        foreach (var view in taken.Markup.Viewpoints.Where(v => !known.Contains(v.Guid)).DistinctBy(v => v.Guid))
        {
            if (await taken.Warnings.TryAsync(taken.Markup.Guid, $"The viewpoint {view.Guid}", () => StoreAsync(taken, topicId, view, cancellationToken)))
                known.Add(view.Guid);
        }

        var said = await store.ListAsync(
            store.Rows<WorkPackageJournal>().Where(j => j.WorkPackageId == workPackageId && j.CommentGuid != null).Select(j => j.CommentGuid), cancellationToken);
        foreach (var comment in taken.Markup.Comments.Where(c => !said.Contains(c.Guid)).DistinctBy(c => c.Guid))
        {
            var view = comment.ViewpointGuid is { } shown && known.Contains(shown) ? shown : null;
            var origin = taken.Terms.OriginOf(taken.Markup.Guid, comment.Guid, comment.Author, comment.Date, taken.Warnings);
            await taken.Warnings.TryAsync(
                taken.Markup.Guid,
                $"The comment {comment.Guid}",
                () => comments.StoreAsync(taken.Project, workPackageId, new BcfCommentInput(comment.Text, view, null, []), origin, cancellationToken));
        }
    }

    private async Task StoreAsync(BcfImportedTopic taken, long topicId, BcfMarkup.View view, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        string? Image(string name)
        {
            if (taken.Zip.Bytes(taken.PlaceOf(name), files.MaxBytes) is { } bytes)
                return Convert.ToBase64String(bytes);
            missing.Add(name);
            return null;
        }

        var scene = view.File is { } file ? taken.Zip.Xml(taken.PlaceOf(file)) : null;
        if (view.File is { } wanted && scene is null)
            missing.Add(wanted);
        var json = BcfVisualization.ToJson(scene, view.Index, Image);
        if (view.Snapshot is { } snapshot && Image(snapshot) is { } picture)
        {
            json["snapshot"] = new JsonObject
            {
                ["snapshot_type"] = snapshot.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? "png" : "jpg", ["snapshot_data"] = picture,
            };
        }

        using var document = JsonDocument.Parse(json.ToJsonString());
        var reader = new BcfSceneReader(new BcfImageReader(files.MaxBytes, looksInside: !policy.SpeaksOpenProject), refusesUnknown: false);
        await viewpoints.StoreAsync(topicId, view.Guid, reader.Read(document.RootElement), cancellationToken);
        foreach (var name in missing)
            taken.Warnings.Tell(taken.Markup.Guid, $"The file '{name}' of the viewpoint {view.Guid} is left out. It is not there.");
    }
}
