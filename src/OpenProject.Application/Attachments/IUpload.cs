namespace OpenProject.Application.Attachments;

/// <summary>What a client uploads: a description of a file and its bytes, which are read while they come.</summary>
public interface IUpload
{
    /// <summary>
    /// Reads all of it, once. Leaves as malformed when it is not what it should be, or ends too early.
    /// </summary>
    /// <param name="receive">Takes the bytes and the media type that the client claims; called once at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the client says of the file; null when he says nothing.</returns>
    Task<UploadMetadata?> ReadAsync(Func<Stream, string?, CancellationToken, Task> receive, CancellationToken cancellationToken);
}

/// <summary>What a client says of a file that he uploads.</summary>
/// <param name="FileName">What it is called; null when not said.</param>
/// <param name="Description">What is in it, plain text; null when not said.</param>
public sealed record UploadMetadata(string? FileName, string? Description)
{
    /// <summary>How many bytes it has; asked for where the bytes do not come along.</summary>
    public long? FileSize { get; init; }

    /// <summary>The media type that the client claims; asked for where the bytes do not come along.</summary>
    public string? ContentType { get; init; }
}
