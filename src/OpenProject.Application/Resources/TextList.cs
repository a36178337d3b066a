namespace OpenProject.Application.Resources;

/// <summary>An attribute that is a list of texts. Two are equal when they hold the same texts in the same order.</summary>
/// <param name="Items">The texts.</param>
public sealed record TextList(IReadOnlyList<string> Items)
{
    /// <inheritdoc/>
    public bool Equals(TextList? other) => other is not null && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
