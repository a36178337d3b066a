using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>What an operator says of a new custom field.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Of">What it is of.</param>
/// <param name="Format">What its values are.</param>
public sealed record CustomFieldSpec(string Name, CustomizedKind Of, CustomFieldFormat Format)
{
    /// <summary>Whether there may be several values.</summary>
    public bool IsMulti { get; init; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether only administrators see and write it.</summary>
    public bool IsAdminOnly { get; init; }

    /// <summary>Whether something may be said of its values; of projects alone.</summary>
    public bool HasComment { get; init; }

    /// <summary>The value of new resources, as text; of lists, an option. Null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The least number of characters; 0 for no limit.</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest number of characters; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The regular expression that text must match; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The options of a list, in order.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The items of a hierarchy, each as the way to it, <c>Europe/France</c>; those of a weighted list with their weight, <c>High=2.5</c>.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The names of the types of work packages that have it; none for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The identifiers of the projects that it is active in; none for all.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
}
