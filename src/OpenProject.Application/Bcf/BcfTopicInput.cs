using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>What a topic is to be like. What is null was not sent, or sent as null: to a new topic that is the same, and a stored one is replaced as a whole.</summary>
public sealed record BcfTopicInput
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The type's name.</summary>
    public string? Type { get; init; }

    /// <summary>The status' name.</summary>
    public string? Status { get; init; }

    /// <summary>The priority's name.</summary>
    public string? Priority { get; init; }

    /// <summary>The place in an order.</summary>
    public int? Index { get; init; }

    /// <summary>The labels.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The planning stage.</summary>
    public string? Stage { get; init; }

    /// <summary>What it is about, Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The day when it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Who works on it, as BCF names people.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>The links; one to a work package has that become the topic, where it is new.</summary>
    public IReadOnlyList<string>? ReferenceLinks { get; init; }

    /// <summary>The snippet.</summary>
    public BimSnippet? Snippet { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
