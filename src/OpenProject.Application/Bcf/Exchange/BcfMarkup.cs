using System.Xml.Linq;
using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>A topic as <c>markup.bcf</c> tells it (BCF-XML 2.0, 2.1 and 3.0).</summary>
/// <param name="Guid">Its guid.</param>
/// <param name="Input">What it is to be like.</param>
/// <param name="CreationAuthor">Who made it; null where that is not said.</param>
/// <param name="CreationDate">When it was made; null where that is not said.</param>
/// <param name="ModifiedDate">When it was changed last; null where that is not said.</param>
/// <param name="SnippetPlace">Where the bytes of its snippet are in the archive; null where they are elsewhere.</param>
/// <param name="Comments">What was said about it.</param>
/// <param name="Viewpoints">Its viewpoints.</param>
/// <param name="Files">The files of building models that it is about.</param>
/// <param name="Related">The guids of related topics.</param>
/// <param name="Documents">The documents that it refers to.</param>
internal sealed record BcfMarkup(
    string Guid,
    BcfTopicInput Input,
    string? CreationAuthor,
    DateTime? CreationDate,
    DateTime? ModifiedDate,
    string? SnippetPlace,
    IReadOnlyList<BcfMarkup.Said> Comments,
    IReadOnlyList<BcfMarkup.View> Viewpoints,
    IReadOnlyList<BcfModelFile> Files,
    IReadOnlyList<string> Related,
    IReadOnlyList<BcfMarkup.Document> Documents)
{
    /// <summary>A comment.</summary>
    public sealed record Said(string Guid, string Text, string? ViewpointGuid, string? Author, DateTime? Date);

    /// <summary>A viewpoint, and the files that hold it.</summary>
    public sealed record View(string Guid, string? File, string? Snapshot, int? Index);

    /// <summary>A document: an address, a file beside the topic, or one of the archive's documents by its guid.</summary>
    public sealed record Document(string? Guid, string Reference, DocumentPlace Place, string? Description);

    /// <summary>Where a document is.</summary>
    public enum DocumentPlace
    {
        /// <summary>At an address.</summary>
        Elsewhere,

        /// <summary>In the archive, relative to the topic's folder.</summary>
        Beside,

        /// <summary>Among the archive's documents (3.0).</summary>
        Documents,
    }

    /// <summary>Reads a markup.</summary>
    /// <param name="markup">The root element.</param>
    /// <param name="place">Where it is in the archive.</param>
    /// <exception cref="ProblemException">It has no topic with a guid.</exception>
    public static BcfMarkup Read(XElement markup, string place)
    {
        var topic = Child(markup, "Topic") ?? throw BcfZip.Refused($"'{place}' has no topic.");
        var guid = BcfGuid.Find(Attribute(topic, "Guid")) ?? throw BcfZip.Refused($"'{place}' has a topic without guid.");
        return new BcfMarkup(
            guid,
            InputOf(topic),
            Text(topic, "CreationAuthor"),
            Time(topic, "CreationDate"),
            Time(topic, "ModifiedDate") ?? Time(topic, "CreationDate"),
            Child(topic, "BimSnippet") is { } snippet && !IsExternal(snippet) ? Text(snippet, "Reference") : null,
            // 3.0 has below the topic and in lists what stood beside it before.
            [.. Listed(markup, "Comments", "Comment").Concat(Listed(topic, "Comments", "Comment")).Select(SaidOf).OfType<Said>()],
            [.. Children(markup, "Viewpoints").Concat(Listed(topic, "Viewpoints", "ViewPoint")).Select(ViewOf).OfType<View>()],
            [.. Listed(Child(markup, "Header"), "Files", "File").Select(f => new BcfModelFile(
                Attribute(f, "IfcProject"), Attribute(f, "IfcSpatialStructureElement"), Text(f, "Filename"), Text(f, "Date"), Text(f, "Reference")))],
            // 2.0 calls each of them by the name that 3.0 has for the list.
            [.. Listed(topic, "RelatedTopics", "RelatedTopic").Concat(Children(topic, "RelatedTopics")).Select(r => BcfGuid.Find(Attribute(r, "Guid"))).OfType<string>()],
            [.. Listed(topic, "DocumentReferences", "DocumentReference").Concat(Children(topic, "DocumentReferences")).Select(DocumentOf).OfType<Document>()]);
    }

    internal static XElement? Child(XElement? owner, string name) => Children(owner, name).FirstOrDefault();

    internal static IEnumerable<XElement> Children(XElement? owner, string name) => owner?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The elements of that name, and those in a list of another name.</summary>
    /// <summary>What the list of documents of 3.0 calls the files, by guid: the files themselves are called by their guids.</summary>
    internal static IReadOnlyDictionary<string, string> DocumentNames(XElement? list)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var document in Listed(list, "Documents", "Document"))
        {
            if (Attribute(document, "Guid") is { } guid && Text(document, "Filename") is { } name)
                names.TryAdd(guid, name);
        }

        return names;
    }

    internal static IEnumerable<XElement> Listed(XElement? owner, string list, string name) =>
        Children(owner, name).Concat(Children(owner, list).SelectMany(l => Children(l, name)));

    internal static string? Text(XElement? owner, string name) => Child(owner, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    internal static string? Attribute(XElement? owner, string name) => owner?.Attribute(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static BcfTopicInput InputOf(XElement topic) => new()
    {
        Title = Text(topic, "Title"),
        Type = Attribute(topic, "TopicType"),
        Status = Attribute(topic, "TopicStatus"),
        Priority = Text(topic, "Priority"),
        Index = int.TryParse(Text(topic, "Index"), out var index) ? index : null,
        Labels = [.. Listed(topic, "Labels", "Label").Concat(Children(topic, "Labels").Where(l => !l.HasElements)).Select(l => l.Value.Trim()).Where(l => l.Length > 0)],
        Stage = Text(topic, "Stage"),
        Description = Text(topic, "Description"),
        DueDate = Text(topic, "DueDate") is { } due ? BcfTime.ParseDay(due) : null,
        AssignedTo = Text(topic, "AssignedTo"),
        ReferenceLinks =
            [.. Listed(topic, "ReferenceLinks", "ReferenceLink").Select(l => l.Value.Trim()).Where(l => l.Length > 0 && BcfWorkPackageLinks.IdOf(l) is null)],
        Snippet = Child(topic, "BimSnippet") is { } snippet ? SnippetOf(snippet) : null,
    };

    // Of a file in the archive the topic keeps the name, as it does of one that is uploaded.
    private static BimSnippet? SnippetOf(XElement snippet)
    {
        var (type, place) = (Attribute(snippet, "SnippetType"), Text(snippet, "Reference"));
        var reference = IsExternal(snippet) ? place : Attachment.LastPartOf(place)?.Trim();
        return type is not null && reference is { Length: > 0 } ? new BimSnippet(type, IsExternal(snippet), reference, Text(snippet, "ReferenceSchema") ?? reference) : null;
    }

    private static Said? SaidOf(XElement comment) =>
        BcfGuid.Find(Attribute(comment, "Guid")) is { } guid && Text(comment, "Comment") is { } text
            ? new Said(guid, text, BcfGuid.Find(Attribute(Child(comment, "Viewpoint"), "Guid")), Text(comment, "Author"), Time(comment, "Date"))
            : null;

    private static View? ViewOf(XElement view) => BcfGuid.Find(Attribute(view, "Guid")) is { } guid
        ? new View(guid, Text(view, "Viewpoint"), Text(view, "Snapshot"), int.TryParse(Text(view, "Index"), out var index) ? index : null)
        : null;

    private static Document? DocumentOf(XElement document)
    {
        var (guid, description) = (BcfGuid.Find(Attribute(document, "Guid")), Text(document, "Description"));
        if (Text(document, "ReferencedDocument") is { } reference)
            return new Document(guid, reference, IsExternal(document) ? DocumentPlace.Elsewhere : DocumentPlace.Beside, description);
        if (Text(document, "Url") is { } url)
            return new Document(guid, url, DocumentPlace.Elsewhere, description);
        return Text(document, "DocumentGuid") is { } kept ? new Document(guid, kept, DocumentPlace.Documents, description) : null;
    }

    private static bool IsExternal(XElement element) => (Attribute(element, "isExternal") ?? Attribute(element, "IsExternal")) is "true" or "1";

    private static DateTime? Time(XElement owner, string name) => Text(owner, name) is { } text ? BcfTime.Parse(text) : null;
}
