namespace OpenProject.Application.Resources;

/// <summary>An attribute that is an object of whole numbers by id: which place each of some resources has.</summary>
/// <param name="Items">The places by id.</param>
public sealed record PositionMap(IReadOnlyDictionary<long, int> Items)
{
    /// <summary>No places.</summary>
    public static PositionMap None { get; } = new(new Dictionary<long, int>());

    /// <inheritdoc/>
    public bool Equals(PositionMap? other) =>
        other is not null && Items.Count == other.Items.Count && Items.All(i => other.Items.TryGetValue(i.Key, out var place) && place == i.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
