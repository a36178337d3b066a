using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Takes over what hangs on an imported topic beside comments and viewpoints: files of models, the bytes of the snippet, documents.</summary>
public sealed class BcfTopicPartImportService(
    BcfModelFileService modelFiles, BcfSnippetService snippets, BcfDocumentService documents, BcfDocumentReferenceService references, BcfFileService files)
{
    /// <summary>Stores them.</summary>
    internal async Task TakeAsync(
        string projectKey, BcfMarkup markup, BcfZip zip, string folder, bool isNew, List<string> warnings, CancellationToken cancellationToken)
    {
        if (markup.Files.Count > 0)
            await modelFiles.ReplaceAsync(projectKey, markup.Guid, markup.Files, cancellationToken);
        if (markup.Input.Snippet is { IsExternal: false } snippet && zip.Bytes(Place(folder, snippet.Reference), files.MaxBytes) is { } bytes)
        {
            using var content = new MemoryStream(bytes, writable: false);
            await snippets.StoreAsync(projectKey, markup.Guid, content, snippet.Reference, cancellationToken);
        }

        // What a known topic refers to already is not told apart from what it is to refer to.
        foreach (var document in isNew ? markup.Documents : [])
        {
            if (await InputOfAsync(projectKey, document, zip, folder, cancellationToken) is { } input)
                await references.CreateAsync(projectKey, markup.Guid, input, cancellationToken);
            else
                warnings.Add($"{markup.Guid}: the document '{document.Reference}' is neither in the archive nor at an http address.");
        }
    }

    private async Task<BcfDocumentReferenceInput?> InputOfAsync(
        string projectKey, BcfMarkup.Document document, BcfZip zip, string folder, CancellationToken cancellationToken)
    {
        if (document.IsExternal)
        {
            return Uri.TryCreate(document.Reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? new BcfDocumentReferenceInput(null, document.Reference, document.Description, [])
                : null;
        }

        if (zip.Bytes(Place(folder, document.Reference), files.MaxBytes) is not { } bytes || Attachment.LastPartOf(document.Reference) is not { Length: > 0 } name)
            return null;
        using var content = new MemoryStream(bytes, writable: false);
        var made = await documents.CreateAsync(projectKey, content, name, cancellationToken);
        return new BcfDocumentReferenceInput(made.Guid, null, document.Description, []);
    }

    // References are relative to the topic's folder, and may lead beside it.
    private static string Place(string folder, string reference) => reference.StartsWith("../", StringComparison.Ordinal) ? reference[3..] : folder + reference;
}
