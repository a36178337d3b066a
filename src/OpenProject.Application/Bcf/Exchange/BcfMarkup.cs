using System.Xml.Linq;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>A topic as <c>markup.bcf</c> tells it (BCF-XML 2.0 and 2.1).</summary>
/// <param name="Guid">Its guid.</param>
/// <param name="Input">What it is to be like.</param>
/// <param name="ModifiedDate">When it was changed last; null where that is not said.</param>
/// <param name="Comments">What was said about it.</param>
/// <param name="Viewpoints">Its viewpoints.</param>
/// <param name="Files">The files of building models that it is about.</param>
/// <param name="Related">The guids of related topics.</param>
/// <param name="Documents">The documents that it refers to.</param>
internal sealed record BcfMarkup(
    string Guid,
    BcfTopicInput Input,
    DateTime? ModifiedDate,
    IReadOnlyList<BcfMarkup.Said> Comments,
    IReadOnlyList<BcfMarkup.View> Viewpoints,
    IReadOnlyList<BcfModelFile> Files,
    IReadOnlyList<string> Related,
    IReadOnlyList<BcfMarkup.Document> Documents)
{
    /// <summary>A comment.</summary>
    public sealed record Said(string Guid, string Text, string? ViewpointGuid);

    /// <summary>A viewpoint, and the files that hold it.</summary>
    public sealed record View(string Guid, string? File, string? Snapshot, int? Index);

    /// <summary>A document: an address, or a file of the archive.</summary>
    public sealed record Document(string Reference, bool IsExternal, string? Description);

    /// <summary>Reads a markup.</summary>
    /// <exception cref="ProblemException">It has no topic with a guid.</exception>
    public static BcfMarkup Read(XElement markup, string place)
    {
        var topic = Child(markup, "Topic") ?? throw BcfZip.Refused($"'{place}' has no topic.");
        var guid = BcfGuid.Find(Attribute(topic, "Guid")) ?? throw BcfZip.Refused($"'{place}' has a topic without guid.");
        return new BcfMarkup(
            guid,
            InputOf(topic),
            Time(Text(topic, "ModifiedDate") ?? Text(topic, "CreationDate")),
            [.. Children(markup, "Comment").Select(SaidOf).OfType<Said>()],
            [.. Children(markup, "Viewpoints").Select(ViewOf).OfType<View>()],
            [.. Children(Child(markup, "Header"), "File").Select(f => new BcfModelFile(
                Attribute(f, "IfcProject"), Attribute(f, "IfcSpatialStructureElement"), Text(f, "Filename"), Text(f, "Date"), Text(f, "Reference")))],
            // 2.0 has them below RelatedTopics.
            [.. Children(topic, "RelatedTopic").Concat(Children(topic, "RelatedTopics")).Select(r => BcfGuid.Find(Attribute(r, "Guid"))).OfType<string>()],
            [.. Children(topic, "DocumentReference").Concat(Children(topic, "DocumentReferences")).Select(DocumentOf).OfType<Document>()]);
    }

    private static BcfTopicInput InputOf(XElement topic)
    {
        var snippet = Child(topic, "BimSnippet");
        return new BcfTopicInput
        {
            Title = Text(topic, "Title"),
            Type = Attribute(topic, "TopicType"),
            Status = Attribute(topic, "TopicStatus"),
            Priority = Text(topic, "Priority"),
            Index = int.TryParse(Text(topic, "Index"), out var index) ? index : null,
            Labels = [.. Children(topic, "Labels").Select(l => l.Value.Trim()).Where(l => l.Length > 0)],
            Stage = Text(topic, "Stage"),
            Description = Text(topic, "Description"),
            DueDate = Text(topic, "DueDate") is { } due ? BcfTime.ParseDay(due) : null,
            AssignedTo = Text(topic, "AssignedTo"),
            ReferenceLinks = [.. Children(topic, "ReferenceLink").Select(l => l.Value.Trim()).Where(l => l.Length > 0 && BcfWorkPackageLinks.IdOf(l) is null)],
            Snippet = snippet is not null && Attribute(snippet, "SnippetType") is { } type && Text(snippet, "Reference") is { } reference
                ? new BimSnippet(type, IsTrue(Attribute(snippet, "isExternal")), reference, Text(snippet, "ReferenceSchema") ?? reference)
                : null,
        };
    }

    private static Said? SaidOf(XElement comment) =>
        BcfGuid.Find(Attribute(comment, "Guid")) is { } guid && Text(comment, "Comment") is { } text
            ? new Said(guid, text, BcfGuid.Find(Attribute(Child(comment, "Viewpoint"), "Guid")))
            : null;

    private static View? ViewOf(XElement view) => BcfGuid.Find(Attribute(view, "Guid")) is { } guid
        ? new View(guid, Text(view, "Viewpoint"), Text(view, "Snapshot"), int.TryParse(Text(view, "Index"), out var index) ? index : null)
        : null;

    private static Document? DocumentOf(XElement document) => Text(document, "ReferencedDocument") is { } reference
        ? new Document(reference, IsTrue(Attribute(document, "isExternal")), Text(document, "Description"))
        : null;

    private static bool IsTrue(string? text) => text is "true" or "1";

    private static DateTime? Time(string? text) => text is null ? null : BcfTime.Parse(text);

    internal static XElement? Child(XElement? owner, string name) => Children(owner, name).FirstOrDefault();

    internal static IEnumerable<XElement> Children(XElement? owner, string name) => owner?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    internal static string? Text(XElement? owner, string name) => Child(owner, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    internal static string? Attribute(XElement? owner, string name) => owner?.Attribute(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

}
