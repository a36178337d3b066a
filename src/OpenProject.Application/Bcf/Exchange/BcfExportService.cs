using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Bcf.Viewpoints;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Writes the topics of a project as a <c>.bcfzip</c> of BCF-XML 2.1, one after the other.</summary>
public sealed class BcfExportService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    BcfCommentService comments,
    BcfViewpointService viewpoints,
    BcfModelFileService modelFiles,
    BcfRelatedTopicService related,
    BcfDocumentReferenceService references,
    BcfDocumentService documents,
    BcfSnippetService snippets)
{
    /// <summary>Writes the archive.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="target">Where it goes; written from where it is, and left open.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(string projectKey, Stream target, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, "bcf.version", new XElement("Version", new XAttribute("VersionId", "2.1"), new XElement("DetailedVersion", "2.1")));
        Write(zip, "project.bcfp", new XElement("ProjectExtension",
            new XElement("Project", new XAttribute("ProjectId", project.Id), BcfXml.Text("Name", project.Name)), new XElement("ExtensionSchema")));
        await foreach (var topic in (await topics.ListAsync(projectKey, ODataQuery.Everything, cancellationToken)).Items)
            await TopicAsync(projectKey, topic.Row, zip, cancellationToken);
    }

    private async Task TopicAsync(string projectKey, BcfTopicRow row, ZipArchive zip, CancellationToken cancellationToken)
    {
        var names = new BcfEntryNames();
        var markup = new XElement("Markup");
        var modelled = await modelFiles.ListAsync(projectKey, row.Guid, cancellationToken);
        if (modelled.Count > 0)
            markup.Add(new XElement("Header", modelled.Select(BcfMarkupWriter.File)));
        var snippet = row is { SnippetIsExternal: false, SnippetReference: { } wished } ? names.Free(wished) : row.SnippetReference;
        var topic = BcfMarkupWriter.Topic(row, snippet);
        await DocumentsAsync(projectKey, row, topic, names, zip, cancellationToken);
        topic.Add((await related.ListAsync(projectKey, row.Guid, cancellationToken)).Select(guid => new XElement("RelatedTopic", BcfXml.Attribute("Guid", guid))));
        markup.Add(topic);
        await foreach (var comment in (await comments.ListAsync(projectKey, row.Guid, ODataQuery.Everything, cancellationToken)).Items)
            markup.Add(BcfMarkupWriter.Comment(comment.Row));
        await ViewpointsAsync(projectKey, row.Guid, markup, names, zip, cancellationToken);
        if (row.SnippetFileId is not null)
            await CopyAsync(zip, $"{row.Guid}/{snippet}", await snippets.OpenAsync(projectKey, row.Guid, cancellationToken), cancellationToken);
        Write(zip, $"{row.Guid}/{BcfEntryNames.Markup}", markup);
    }

    private async Task ViewpointsAsync(string projectKey, string guid, XElement markup, BcfEntryNames names, ZipArchive zip, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var listed in (await viewpoints.ListAsync(projectKey, guid, cancellationToken)).Items)
        {
            var row = await viewpoints.FindAsync(projectKey, guid, listed.Guid, cancellationToken);

            // The first one has the names that all programs look for.
            var isFirst = count++ == 0;
            var file = isFirst ? BcfEntryNames.FirstViewpoint : names.Free(row.Guid + ".bcfv");
            var view = new XElement("Viewpoints", BcfXml.Attribute("Guid", row.Guid), BcfXml.Text("Viewpoint", file));
            if (row.SnapshotType is { } type)
            {
                var picture = isFirst ? BcfEntryNames.FirstSnapshot(type) : names.Free($"{row.Guid}.{type}");
                view.Add(BcfXml.Text("Snapshot", picture));
                await CopyAsync(zip, $"{guid}/{picture}", (await viewpoints.SnapshotAsync(projectKey, guid, row.Guid, cancellationToken)).Content, cancellationToken);
            }

            if (row.Index is { } index)
                view.Add(new XElement("Index", index));
            markup.Add(view);
            using var scene = JsonDocument.Parse(row.Scene);
            using var components = row.Components is { } json ? JsonDocument.Parse(json) : null;
            var images = BcfVisualizationWriter.Bitmaps(scene.RootElement).ToDictionary(b => b.Guid, b => names.Free($"{b.Guid}.{b.Type}"), StringComparer.Ordinal);
            Write(zip, $"{guid}/{file}", BcfVisualizationWriter.Of(row.Guid, scene.RootElement, components?.RootElement, bitmap => images[bitmap]));
            foreach (var (bitmap, name) in images)
                await CopyAsync(zip, $"{guid}/{name}", (await viewpoints.BitmapAsync(projectKey, guid, row.Guid, bitmap, cancellationToken)).Content, cancellationToken);
        }
    }

    private async Task DocumentsAsync(string projectKey, BcfTopicRow row, XElement topic, BcfEntryNames names, ZipArchive zip, CancellationToken cancellationToken)
    {
        // What two references lead to is there once.
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in await references.ListAsync(projectKey, row.Guid, cancellationToken))
        {
            var place = reference.Url ?? "";
            if (reference.DocumentGuid is { } guid && !places.TryGetValue(guid, out place!))
            {
                var content = await documents.OpenAsync(projectKey, guid, cancellationToken);
                places[guid] = place = names.Free(content.FileName);
                await CopyAsync(zip, $"{row.Guid}/{place}", content, cancellationToken);
            }

            topic.Add(BcfMarkupWriter.Document(reference, place));
        }
    }

    private static async Task CopyAsync(ZipArchive zip, string name, BcfContent content, CancellationToken cancellationToken)
    {
        await using var bytes = content.Bytes;
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await bytes.CopyToAsync(entry, cancellationToken);
    }

    private static void Write(ZipArchive zip, string name, XElement root)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        using var xml = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true });
        root.Save(xml);
    }
}
