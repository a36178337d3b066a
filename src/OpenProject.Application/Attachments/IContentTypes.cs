namespace OpenProject.Application.Attachments;

/// <summary>Tells the media types of files.</summary>
public interface IContentTypes
{
    /// <summary>The media type by the ending of the name, else the one that the client claims, else <c>application/octet-stream</c>.</summary>
    /// <param name="fileName">What the file is called.</param>
    /// <param name="claimed">What the client says; null, or no media type at all, for nothing.</param>
    string Of(string fileName, string? claimed);
}
