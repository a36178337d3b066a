namespace OpenProject.Application.Resources;

/// <summary>An attribute that is an object of texts by name. Two are equal when they hold the same.</summary>
/// <param name="Items">The texts, or null, by name.</param>
public sealed record TextMap(IReadOnlyDictionary<string, string?> Items)
{
    /// <inheritdoc/>
    public bool Equals(TextMap? other) =>
        other is not null && Items.Count == other.Items.Count && Items.All(i => other.Items.TryGetValue(i.Key, out var text) && text == i.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
