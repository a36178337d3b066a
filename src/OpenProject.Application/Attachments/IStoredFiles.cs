namespace OpenProject.Application.Attachments;

/// <summary>Removes files that nothing refers to any more.</summary>
public interface IStoredFiles
{
    /// <summary>
    /// Removes a file now that was released, if nothing refers to it. What fails is logged and done by a later
    /// <see cref="SweepAsync"/>: the caller's work is done already.
    /// </summary>
    Task RemoveAsync(long fileId, CancellationToken cancellationToken);

    /// <summary>The same for a file that nothing has referred to yet and that nobody else knows of.</summary>
    Task DropAsync(long fileId, CancellationToken cancellationToken);

    /// <summary>Removes attachments that hang on nothing for too long, or whose bytes no client has brought, then all files that nothing refers to and that need not be kept.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}
