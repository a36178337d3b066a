namespace OpenProject.Application.Bcf.Events;

/// <summary>Something that happened to a topic or to a comment on it (BCF API 2.1 sections 4.9 and 4.10).</summary>
/// <param name="TopicGuid">The topic.</param>
/// <param name="CommentGuid">The comment; null where it happened to the topic.</param>
/// <param name="Date">When, UTC.</param>
/// <param name="Author">Who did it, as BCF names people.</param>
/// <param name="Actions">What happened, one at least.</param>
public sealed record BcfEvent(string TopicGuid, string? CommentGuid, DateTime Date, string Author, IReadOnlyList<BcfAction> Actions);

/// <summary>One thing that happened.</summary>
/// <param name="Type">What.</param>
/// <param name="Value">The new value; null where there is none.</param>
public sealed record BcfAction(string Type, string? Value);
