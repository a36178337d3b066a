using System.Collections.Frozen;
using OpenProject.Domain.Relations;

namespace OpenProject.Application.Relations;

/// <summary>What the API calls relations: each direction has a name, and a label for people.</summary>
public static class RelationTerms
{
    private static readonly (string Name, string Label, RelationDirection Direction)[] All =
    [
        ("relates", "related to", new(RelationType.Relates)),
        ("duplicates", "duplicates", new(RelationType.Duplicates)),
        ("duplicated", "duplicated by", new(RelationType.Duplicates, IsReversed: true)),
        ("blocks", "blocks", new(RelationType.Blocks)),
        ("blocked", "blocked by", new(RelationType.Blocks, IsReversed: true)),
        ("precedes", "precedes", new(RelationType.Follows, IsReversed: true)),
        ("follows", "follows", new(RelationType.Follows)),
        ("includes", "includes", new(RelationType.Includes)),
        ("partof", "part of", new(RelationType.Includes, IsReversed: true)),
        ("requires", "requires", new(RelationType.Requires)),
        ("required", "required by", new(RelationType.Requires, IsReversed: true)),
    ];

    private static readonly FrozenDictionary<string, RelationDirection> Directions = All.ToFrozenDictionary(t => t.Name, t => t.Direction, StringComparer.Ordinal);

    /// <summary>The names of all directions.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(t => t.Name)];

    /// <summary>The stored number of each name's type; both directions are one type.</summary>
    public static IReadOnlyDictionary<string, int> Codes { get; } = All.ToDictionary(t => t.Name, t => (int)t.Direction.Type, StringComparer.Ordinal);

    /// <summary>The direction of that name, or null.</summary>
    public static RelationDirection? Parse(string? name) => name is not null && Directions.TryGetValue(name, out var direction) ? direction : null;

    /// <summary>The name of a type, read forwards.</summary>
    public static string NameOf(RelationType type) => Array.Find(All, t => t.Direction == new RelationDirection(type)).Name;

    /// <summary>The name of a type, read backwards; the same where both ways are one.</summary>
    public static string ReverseNameOf(RelationType type) =>
        Array.Find(All, t => t.Direction == new RelationDirection(type, IsReversed: true)).Name ?? NameOf(type);

    /// <summary>What people call a type, read forwards.</summary>
    public static string LabelOf(RelationType type) => Array.Find(All, t => t.Direction == new RelationDirection(type)).Label;
}
