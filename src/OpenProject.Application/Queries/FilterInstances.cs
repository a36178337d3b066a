namespace OpenProject.Application.Queries;

/// <summary>An attribute that is a list of conditions. Two are equal when they state the same.</summary>
/// <param name="Items">The conditions.</param>
public sealed record FilterInstances(IReadOnlyList<FilterInstance> Items)
{
    /// <summary>No conditions.</summary>
    public static FilterInstances None { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(FilterInstances? other) =>
        other is not null && Items.Count == other.Items.Count && Items.Zip(other.Items).All(pair => pair.First.Matches(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
