using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Activities;

/// <summary>A change of a work package or a comment on it, as read.</summary>
public sealed class ActivityDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The number within the work package, from 1.</summary>
    public int Version { get; init; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; init; }

    /// <summary>The work package's subject.</summary>
    public string WorkPackageSubject { get; init; } = "";

    /// <summary>The project where the work package is now.</summary>
    public long WorkPackageProjectId { get; init; }

    /// <summary>Who did it.</summary>
    public long UserId { get; init; }

    /// <summary>The name of who did it.</summary>
    public string? UserName { get; init; }

    /// <summary>The kind of who did it.</summary>
    public PrincipalKind UserKind { get; init; }

    /// <summary>The program that did it for him by its own judgement, or null.</summary>
    public string? Agent { get; init; }

    /// <summary>The comment, Markdown, or null.</summary>
    public string? Notes { get; init; }

    /// <summary>The comment as HTML.</summary>
    public string? NotesHtml { get; init; }

    /// <summary>Whether only those see it who may see internal comments.</summary>
    public bool Internal { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the comment was last edited or a further change was added, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>What was changed, a sentence for each attribute.</summary>
    public Sentences Details { get; set; } = Sentences.None;
}
