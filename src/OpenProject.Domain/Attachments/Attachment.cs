using System.Linq.Expressions;
using OpenProject.Domain.Common;
using OpenProject.Domain.HelpTexts;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Attachments;

/// <summary>A file that somebody attached to something, or uploaded in order to. Its bytes never change.</summary>
public sealed class Attachment : AggregateRoot, IContent
{
    /// <summary>Longest file name.</summary>
    public const int FileNameLimit = 255;

    /// <summary>Longest description.</summary>
    public const int DescriptionLimit = 4000;

    private Attachment()
    {
    }

    /// <summary>Those that hang on nothing yet.</summary>
    public static Expression<Func<Attachment, bool>> IsUnclaimed { get; } =
        attachment => attachment.WorkPackageId == null && attachment.ContentId == null && attachment.HelpTextId == null;

    /// <summary>Those whose bytes are there.</summary>
    public static Expression<Func<Attachment, bool>> IsUploaded { get; } = attachment => attachment.File.State == FileState.Uploaded;

    /// <summary>The bytes.</summary>
    public long FileId { get; private set; }

    /// <summary>What is known of the bytes.</summary>
    public StoredFile File { get; private set; } = null!;

    /// <summary>What it is called: the last part of a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What is in it, plain text; null for nothing said.</summary>
    public string? Description { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The author; for queries only.</summary>
    public Principal Author { get; private set; } = null!;

    /// <summary>The work package that it hangs on, itself or by one of its activities; null for none.</summary>
    public long? WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage? WorkPackage { get; private set; }

    /// <summary>The activity of the work package that it hangs on; null when it hangs on the work package itself.</summary>
    public long? ActivityId { get; private set; }

    /// <summary>The activity; for queries only.</summary>
    public WorkPackageJournal? Activity { get; private set; }

    /// <summary>The document, wiki page, post or meeting that it hangs on; null for none.</summary>
    public long? ContentId { get; private set; }

    /// <summary>What it hangs on; for queries only.</summary>
    public ProjectContent? Content { get; private set; }

    /// <summary>The help text that it hangs on; null for none.</summary>
    public long? HelpTextId { get; private set; }

    /// <summary>The help text; for queries only.</summary>
    public HelpText? HelpText { get; private set; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>An attachment that hangs on nothing yet.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, too long description.</exception>
    public static Attachment Create(StoredFile file, string? fileName, string? description, long authorId, DateTime now) => new()
    {
        File = file,
        FileId = file.Id,
        FileName = TextRule.Required(LastPartOf(fileName), "fileName", "File name", FileNameLimit),
        Description = TextRule.Optional(description, "description", "Description", DescriptionLimit),
        AuthorId = authorId,
        CreatedAt = now,
    };

    /// <summary>The same file on another work package. Whoever copies has made sure that the file stays.</summary>
    public Attachment CopyTo(long workPackageId, long authorId, DateTime now)
    {
        var copy = Copy(authorId, now);
        copy.WorkPackageId = workPackageId;
        return copy;
    }

    /// <summary>The same file on another document, wiki page, post or meeting. Whoever copies has made sure that the file stays.</summary>
    public Attachment CopyToContent(long contentId, long authorId, DateTime now)
    {
        var copy = Copy(authorId, now);
        copy.ContentId = contentId;
        return copy;
    }

    /// <summary>Hangs it on a work package.</summary>
    /// <exception cref="InvalidOperationException">It hangs on something already.</exception>
    public void AttachToWorkPackage(long workPackageId)
    {
        RequireUnclaimed();
        WorkPackageId = workPackageId;
    }

    /// <summary>Hangs it on an activity of a work package.</summary>
    /// <exception cref="InvalidOperationException">It hangs on something already.</exception>
    public void AttachToActivity(long workPackageId, long activityId)
    {
        RequireUnclaimed();
        (WorkPackageId, ActivityId) = (workPackageId, activityId);
    }

    /// <summary>Hangs it on a document, wiki page, post or meeting.</summary>
    /// <exception cref="InvalidOperationException">It hangs on something already.</exception>
    public void AttachToContent(long contentId)
    {
        RequireUnclaimed();
        ContentId = contentId;
    }

    /// <summary>Hangs it on a help text.</summary>
    /// <exception cref="InvalidOperationException">It hangs on something already.</exception>
    public void AttachToHelpText(long helpTextId)
    {
        RequireUnclaimed();
        HelpTextId = helpTextId;
    }

    private Attachment Copy(long authorId, DateTime now) =>
        new() { FileId = FileId, FileName = FileName, Description = Description, AuthorId = authorId, CreatedAt = now };

    private void RequireUnclaimed()
    {
        if ((WorkPackageId ?? ContentId ?? HelpTextId) is not null)
            throw new InvalidOperationException($"Attachment {Id} hangs on something already.");
    }

    /// <summary>
    /// The name without folders before it, as some clients send the whole path, and without control characters and those that
    /// turn the direction of writing, which make it read like another one.
    /// </summary>
    public static string? LastPartOf(string? fileName) =>
        fileName is null ? null : string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !IsDirection(c)));

    private static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
