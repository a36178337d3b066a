using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Attachments;

/// <summary>Takes bytes in.</summary>
public sealed class FileIntakeService(
    IFileStore store, IAggregates<StoredFile> files, IStoredFiles storedFiles, IUnitOfWork unitOfWork, IContentTypes contentTypes, AttachmentPolicy policy,
    TimeProvider clock)
{
    /// <summary>
    /// Keeps the bytes of a stream and notes how many they are. The row is stored before the first byte; that all have come is
    /// stored with whatever refers to the file, so that nothing ever refers to one that is not there.
    /// </summary>
    public async Task<StoredFile> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = StoredFile.Announce(clock.GetUtcNow().UtcDateTime);
        files.Add(file);
        await unitOfWork.SaveAsync(cancellationToken);
        try
        {
            await using var measured = new MeasuredStream(content, policy.MaxBytes);
            await store.WriteAsync(file.Key, measured, cancellationToken);
            file.Arrive(measured.Count, measured.Md5());
            return file;
        }
        catch
        {
            await DropAsync(file);
            throw;
        }
    }

    /// <summary>The media type of a file that is to come, or has.</summary>
    /// <param name="fileName">What it is called.</param>
    /// <param name="claimed">What the client says that it is; null for nothing.</param>
    /// <exception cref="ProblemException">It is of a type that is not taken.</exception>
    public string TypeOf(string fileName, string? claimed)
    {
        var contentType = contentTypes.Of(fileName, claimed);
        return contentType.Length <= StoredFile.ContentTypeLimit && policy.Allows(fileName, contentType)
            ? contentType
            : throw new ProblemException(new Problem.Invalid("file", $"File is of a type that may not be uploaded ({contentType})."));
    }

    /// <summary>The problem of a file that is too large.</summary>
    public static ProblemException TooLarge(long maxBytes) =>
        new(new Problem.Invalid("file", $"File is too large (maximum size is {maxBytes} Bytes)."));

    /// <summary>Removes a file that nothing has come to refer to, also where the client has gone.</summary>
    public Task DropAsync(StoredFile file) => storedFiles.DropAsync(file.Id, CancellationToken.None);
}
