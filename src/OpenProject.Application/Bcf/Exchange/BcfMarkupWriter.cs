using System.Globalization;
using System.Xml.Linq;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Writes the parts of <c>markup.bcf</c>, in the order of BCF-XML 2.1's schema.</summary>
internal static class BcfMarkupWriter
{
    /// <summary>A topic, to which documents and related topics are still to be added.</summary>
    public static XElement Topic(BcfTopicRow row)
    {
        var topic = new XElement("Topic", new XAttribute("Guid", row.Guid), new XAttribute("TopicType", row.TypeName), new XAttribute("TopicStatus", row.StatusName));
        topic.Add(row.ReferenceLinks.Select(link => Text("ReferenceLink", link)));
        topic.Add(
            Text("Title", row.Title),
            Text("Priority", row.PriorityName),
            Text("Index", row.Index?.ToString(CultureInfo.InvariantCulture)),
            row.Labels.Select(label => Text("Labels", label)),
            Text("CreationDate", Time(row.CreationDate)),
            Text("CreationAuthor", row.CreationAuthor),
            Text("ModifiedDate", Time(row.ModifiedDate)),
            Text("ModifiedAuthor", row.ModifiedAuthor),
            Text("DueDate", row.DueDate is { } due ? $"{due:yyyy-MM-dd}T00:00:00Z" : null),
            Text("AssignedTo", row.AssignedTo),
            Text("Stage", row.Stage),
            Text("Description", row.Description));
        if (row.SnippetType is { } type)
        {
            topic.Add(new XElement(
                "BimSnippet",
                new XAttribute("SnippetType", type),
                new XAttribute("isExternal", row.SnippetIsExternal),
                Text("Reference", row.SnippetReference),
                Text("ReferenceSchema", row.SnippetReferenceSchema)));
        }

        return topic;
    }

    /// <summary>A comment.</summary>
    public static XElement Comment(BcfCommentRow row)
    {
        var comment = new XElement(
            "Comment",
            new XAttribute("Guid", row.Guid),
            Text("Date", Time(row.Date)),
            Text("Author", row.Author),
            Text("Comment", row.Comment));
        if (row.ViewpointGuid is { } view)
            comment.Add(new XElement("Viewpoint", new XAttribute("Guid", view)));
        if (row.ModifiedAuthor is { } author)
            comment.Add(Text("ModifiedDate", Time(row.ModifiedDate)), Text("ModifiedAuthor", author));
        return comment;
    }

    /// <summary>A file of a building model.</summary>
    public static XElement File(BcfModelFile file) => new(
        "File",
        file.IfcProject is { } project ? new XAttribute("IfcProject", project) : null,
        file.IfcSpatialStructureElement is { } element ? new XAttribute("IfcSpatialStructureElement", element) : null,
        new XAttribute("isExternal", value: true),
        Text("Filename", file.FileName),
        Text("Date", file.Date),
        Text("Reference", file.Reference));

    /// <summary>A reference to a document.</summary>
    public static XElement Document(BcfDocumentReferenceRow reference, string place) => new(
        "DocumentReference",
        new XAttribute("Guid", reference.Guid),
        new XAttribute("isExternal", reference.DocumentGuid is null),
        Text("ReferencedDocument", place),
        Text("Description", reference.Description));

    private static XElement? Text(string name, string? value) => value is null ? null : new XElement(name, BcfExportService.Clean(value));

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
