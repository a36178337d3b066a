using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>
/// Takes over what hangs on an imported topic beside comments and viewpoints: files of models, the bytes of the snippet, documents. What is
/// here already stays, unless the archive knows the topic newer.
/// </summary>
public sealed class BcfTopicPartImportService(
    BcfTopicReadService topics,
    BcfModelFileService modelFiles,
    BcfSnippetService snippets,
    BcfDocumentService documents,
    BcfDocumentReferenceService references,
    BcfFileService files,
    IReadStore store)
{
    /// <summary>Stores them.</summary>
    internal async Task TakeAsync(BcfImportedTopic taken, CancellationToken cancellationToken)
    {
        var (markup, key) = (taken.Markup, taken.ProjectKey);
        var row = await topics.RowAsync(taken.Project, markup.Guid, cancellationToken);
        if (markup.Files.Count > 0 && (taken.IsReplaced || (await modelFiles.ListAsync(key, markup.Guid, cancellationToken)).Count == 0))
            await taken.Warnings.TryAsync(markup.Guid, "Its list of files", () => modelFiles.ReplaceAsync(key, markup.Guid, markup.Files, cancellationToken));
        if (markup is { SnippetPlace: { } place, Input.Snippet: { } snippet } && row.SnippetReference == snippet.Reference && (taken.IsReplaced || row.SnippetFileId is null))
            await taken.Warnings.TryAsync(markup.Guid, "The snippet's file", () => StoreSnippetAsync(taken, place, snippet.Reference, cancellationToken));
        if (markup.Documents.Count > 0)
            await DocumentsAsync(taken, row.Id, cancellationToken);
    }

    private async Task StoreSnippetAsync(BcfImportedTopic taken, string place, string name, CancellationToken cancellationToken)
    {
        if (taken.Zip.Bytes(taken.PlaceOf(place), files.MaxBytes) is not { } bytes)
        {
            taken.Warnings.Tell(taken.Markup.Guid, "The snippet's file is left out. It is not there.");
            return;
        }

        using var content = new MemoryStream(bytes, writable: false);
        await snippets.StoreAsync(taken.ProjectKey, taken.Markup.Guid, content, name, cancellationToken);
    }

    private async Task DocumentsAsync(BcfImportedTopic taken, long topicId, CancellationToken cancellationToken)
    {
        // Also those that lead to documents of a project where the topic was before.
        var known = await store.ListAsync(
            store.Rows<BcfDocumentReference>().Where(r => r.TopicId == topicId).Select(r => new { r.Guid, r.Url, r.Description, FileName = r.Document!.FileName }), cancellationToken);
        var made = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var document in taken.Markup.Documents)
        {
            // What has no guid, as in 2.0, is known by what it leads to.
            var isKnown = document.Guid is { } guid
                ? known.Exists(k => k.Guid == guid)
                : known.Exists(k => k.Description == document.Description && (k.Url ?? k.FileName) == (document.Place == BcfMarkup.DocumentPlace.Elsewhere ? document.Reference : NameOf(document)));
            if (!isKnown)
                await taken.Warnings.TryAsync(taken.Markup.Guid, $"The document '{document.Reference}'", () => ReferAsync(taken, document, made, cancellationToken));
        }
    }

    private async Task ReferAsync(BcfImportedTopic taken, BcfMarkup.Document document, Dictionary<string, string> made, CancellationToken cancellationToken)
    {
        var input = document.Place == BcfMarkup.DocumentPlace.Elsewhere
            ? new BcfDocumentReferenceInput(null, document.Reference, document.Description, [])
            : new BcfDocumentReferenceInput(await StoredAsync(taken, document, made, cancellationToken), null, document.Description, []);
        await references.CreateAsync(taken.ProjectKey, taken.Markup.Guid, input, document.Guid, cancellationToken);
    }

    // What two references of a topic lead to is stored once.
    private async Task<string> StoredAsync(BcfImportedTopic taken, BcfMarkup.Document document, Dictionary<string, string> made, CancellationToken cancellationToken)
    {
        var (place, name) = document.Place == BcfMarkup.DocumentPlace.Beside
            ? (taken.PlaceOf(document.Reference), NameOf(document))
            : ("documents/" + document.Reference, Attachment.LastPartOf(taken.DocumentNames.GetValueOrDefault(document.Reference))?.Trim() ?? document.Reference);
        if (made.TryGetValue(place, out var guid))
            return guid;
        if (taken.Zip.Bytes(place, files.MaxBytes) is not { } bytes || name is not { Length: > 0 })
            throw BcfZip.Refused("It is not there.");
        using var content = new MemoryStream(bytes, writable: false);
        return made[place] = (await documents.CreateAsync(taken.ProjectKey, content, name, cancellationToken)).Guid;
    }

    private static string? NameOf(BcfMarkup.Document document) => Attachment.LastPartOf(document.Reference)?.Trim();
}
