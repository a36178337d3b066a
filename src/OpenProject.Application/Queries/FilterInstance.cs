using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>One condition as a stored query tells it.</summary>
/// <param name="Name">The filter's name.</param>
/// <param name="Operator">The operator's symbol.</param>
/// <param name="Values">The values as text.</param>
public sealed record FilterInstance(string Name, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>The filter's label; known where the instance is told, not where it was sent.</summary>
    public string Label { get; init; } = "";

    /// <summary>The filter.</summary>
    public Reference Filter { get; init; }

    /// <summary>The operator.</summary>
    public Reference OperatorLink { get; init; }

    /// <summary>What values the filter takes.</summary>
    public Reference Schema { get; init; }

    /// <summary>The values as links; null when they are plain.</summary>
    public IReadOnlyList<Reference>? Links { get; init; }

    /// <summary>Whether the values are true or false.</summary>
    public bool AreFlags { get; init; }

    /// <summary>The links that were sent in place of values; their last segments are the values.</summary>
    public IReadOnlyList<string> Hrefs { get; init; } = [];

    /// <summary>Whether both state the same condition.</summary>
    public bool Matches(FilterInstance other) =>
        Name == other.Name && Operator == other.Operator && Values.SequenceEqual(other.Values, StringComparer.Ordinal);
}
