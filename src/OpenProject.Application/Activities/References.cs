namespace OpenProject.Application.Activities;

/// <summary>What an attribute with several values leads to; two are equal when they lead to the same in the same order.</summary>
/// <param name="Ids">The ids, at least one.</param>
internal sealed record References(IReadOnlyList<long> Ids)
{
    /// <inheritdoc/>
    public bool Equals(References? other) => other is not null && Ids.SequenceEqual(other.Ids);

    /// <inheritdoc/>
    public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);

    /// <summary>The ids of a value: one, several or none.</summary>
    public static IReadOnlyList<long> Of(object? value) => value switch
    {
        References several => several.Ids,
        long one => [one],
        _ => [],
    };
}
