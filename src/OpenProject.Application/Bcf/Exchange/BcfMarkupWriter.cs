using System.Globalization;
using System.Xml.Linq;
using OpenProject.Domain.Bcf;
using static OpenProject.Application.Bcf.Exchange.BcfXml;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Writes the parts of <c>markup.bcf</c>, in the order of BCF-XML 2.1's schema.</summary>
internal static class BcfMarkupWriter
{
    /// <summary>A topic, to which documents and related topics are still to be added.</summary>
    /// <param name="row">The topic.</param>
    /// <param name="snippet">The address of its snippet, or the name of its file in the archive.</param>
    public static XElement Topic(BcfTopicRow row, string? snippet)
    {
        var topic = new XElement("Topic", Attribute("Guid", row.Guid), Attribute("TopicType", row.TypeName), Attribute("TopicStatus", row.StatusName));
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
                Attribute("SnippetType", type),
                new XAttribute("isExternal", row.SnippetIsExternal),
                Text("Reference", snippet),
                Text("ReferenceSchema", row.SnippetReferenceSchema)));
        }

        return topic;
    }

    /// <summary>A comment.</summary>
    public static XElement Comment(BcfCommentRow row)
    {
        var comment = new XElement(
            "Comment",
            Attribute("Guid", row.Guid),
            Text("Date", Time(row.Date)),
            Text("Author", row.Author),
            Text("Comment", row.Comment));
        if (row.ViewpointGuid is { } view)
            comment.Add(new XElement("Viewpoint", Attribute("Guid", view)));
        if (row.ModifiedAuthor is { } author)
            comment.Add(Text("ModifiedDate", Time(row.ModifiedDate)), Text("ModifiedAuthor", author));
        return comment;
    }

    /// <summary>A file of a building model.</summary>
    public static XElement File(BcfModelFile file) => new(
        "File",
        Attribute("IfcProject", file.IfcProject),
        Attribute("IfcSpatialStructureElement", file.IfcSpatialStructureElement),
        new XAttribute("isExternal", value: true),
        Text("Filename", file.FileName),
        Text("Date", file.Date),
        Text("Reference", file.Reference));

    /// <summary>A reference to a document.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="place">The address of the document, or the name of its file in the archive.</param>
    public static XElement Document(BcfDocumentReferenceRow reference, string place) => new(
        "DocumentReference",
        Attribute("Guid", reference.Guid),
        new XAttribute("isExternal", reference.DocumentGuid is null),
        Text("ReferencedDocument", place),
        Text("Description", reference.Description));

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
