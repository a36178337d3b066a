namespace OpenProject.Application.Resources;

/// <summary>Sentences that the server makes. Two lists are equal when the sentences are.</summary>
/// <param name="items">The sentences.</param>
public sealed class Sentences(IReadOnlyList<Formattable> items)
{
    /// <summary>No sentence.</summary>
    public static Sentences None { get; } = new([]);

    /// <summary>The sentences.</summary>
    public IReadOnlyList<Formattable> Items => items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sentences other && other.Items.SequenceEqual(Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;
}
