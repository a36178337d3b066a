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
            new XElement("Project", new XAttribute("ProjectId", project.Id), new XElement("Name", Clean(project.Name))), new XElement("ExtensionSchema")));
        await foreach (var topic in (await topics.ListAsync(projectKey, ODataQuery.Everything, cancellationToken)).Items)
            await TopicAsync(projectKey, topic.Row, zip, cancellationToken);
    }

    private async Task TopicAsync(string projectKey, BcfTopicRow row, ZipArchive zip, CancellationToken cancellationToken)
    {
        var markup = new XElement("Markup");
        var modelled = await modelFiles.ListAsync(projectKey, row.Guid, cancellationToken);
        if (modelled.Count > 0)
            markup.Add(new XElement("Header", modelled.Select(BcfMarkupWriter.File)));
        var topic = BcfMarkupWriter.Topic(row);
        await DocumentsAsync(projectKey, row, topic, zip, cancellationToken);
        topic.Add((await related.ListAsync(projectKey, row.Guid, cancellationToken)).Select(guid => new XElement("RelatedTopic", new XAttribute("Guid", guid))));
        markup.Add(topic);
        await foreach (var comment in (await comments.ListAsync(projectKey, row.Guid, ODataQuery.Everything, cancellationToken)).Items)
            markup.Add(BcfMarkupWriter.Comment(comment.Row));
        await ViewpointsAsync(projectKey, row.Guid, markup, zip, cancellationToken);
        if (row is { SnippetFileId: not null, SnippetReference: { } name })
            await CopyAsync(zip, $"{row.Guid}/{name}", await snippets.OpenAsync(projectKey, row.Guid, cancellationToken), cancellationToken);
        Write(zip, row.Guid + "/markup.bcf", markup);
    }

    private async Task ViewpointsAsync(string projectKey, string guid, XElement markup, ZipArchive zip, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var listed in (await viewpoints.ListAsync(projectKey, guid, cancellationToken)).Items)
        {
            var row = await viewpoints.FindAsync(projectKey, guid, listed.Guid, cancellationToken);

            // The first one has the names that all programs look for.
            var (file, picture) = count++ == 0 ? ("viewpoint.bcfv", "snapshot") : (row.Guid + ".bcfv", row.Guid);
            var view = new XElement("Viewpoints", new XAttribute("Guid", row.Guid), new XElement("Viewpoint", file));
            if (row.SnapshotType is { } type)
            {
                view.Add(new XElement("Snapshot", $"{picture}.{type}"));
                await CopyAsync(zip, $"{guid}/{picture}.{type}", (await viewpoints.SnapshotAsync(projectKey, guid, row.Guid, cancellationToken)).Content, cancellationToken);
            }

            if (row.Index is { } index)
                view.Add(new XElement("Index", index));
            markup.Add(view);
            using var scene = JsonDocument.Parse(row.Scene);
            using var components = row.Components is { } json ? JsonDocument.Parse(json) : null;
            Write(zip, $"{guid}/{file}", BcfVisualizationWriter.Of(row.Guid, scene.RootElement, components?.RootElement));
            foreach (var bitmap in BcfVisualizationWriter.Bitmaps(scene.RootElement))
                await CopyAsync(zip, $"{guid}/{bitmap.Guid}.{bitmap.Type}", (await viewpoints.BitmapAsync(projectKey, guid, row.Guid, bitmap.Guid, cancellationToken)).Content, cancellationToken);
        }
    }

    private async Task DocumentsAsync(string projectKey, BcfTopicRow row, XElement topic, ZipArchive zip, CancellationToken cancellationToken)
    {
        foreach (var reference in await references.ListAsync(projectKey, row.Guid, cancellationToken))
        {
            var place = reference.Url ?? "";
            if (reference.DocumentGuid is { } guid)
            {
                var content = await documents.OpenAsync(projectKey, guid, cancellationToken);
                place = $"{guid}-{content.FileName}";
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

    /// <summary>A text without the characters that XML has none for.</summary>
    internal static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((c, at) =>
        XmlConvert.IsXmlChar(c) || (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) || (char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(text[at - 1]))));
}
