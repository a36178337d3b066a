namespace OpenProject.Domain.Bcf;

/// <summary>What happened to the labels of a topic, which its work package has no attribute for.</summary>
/// <param name="Removed">The labels that it has no more.</param>
/// <param name="Added">The labels that it has now.</param>
public sealed record LabelChange(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>Nothing happened to them.</summary>
    public static LabelChange None { get; } = new([], []);

    /// <summary>What happened between two states.</summary>
    public static LabelChange Between(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        new([.. before.Except(after, StringComparer.Ordinal)], [.. after.Except(before, StringComparer.Ordinal)]);
}
