namespace OpenProject.Domain.Bcf;

/// <summary>One change of a topic that its work package has no attribute for, as BCF API 2.1 section 4.9 names it.</summary>
/// <param name="Type">Such as <see cref="LabelAdded"/>.</param>
/// <param name="Value">The label.</param>
public sealed record TopicAction(string Type, string? Value)
{
    /// <summary>A label was added; the value is the label.</summary>
    public const string LabelAdded = "label_added";

    /// <summary>A label was removed; the value is the label.</summary>
    public const string LabelRemoved = "label_removed";

    /// <summary>What happened to labels: the removed ones first, each in its order.</summary>
    public static IReadOnlyList<TopicAction> Between(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
    [
        .. before.Except(after, StringComparer.Ordinal).Select(label => new TopicAction(LabelRemoved, label)),
        .. after.Except(before, StringComparer.Ordinal).Select(label => new TopicAction(LabelAdded, label)),
    ];
}
