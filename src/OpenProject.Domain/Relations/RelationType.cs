namespace OpenProject.Domain.Relations;

/// <summary>What a relation says of its two ends, read from the first to the second. The stored number is the value.</summary>
public enum RelationType
{
    /// <summary>They have to do with each other; the only one that reads the same both ways.</summary>
    Relates = 1,

    /// <summary>The first says what the second says.</summary>
    Duplicates = 2,

    /// <summary>The second cannot be closed while the first is open.</summary>
    Blocks = 3,

    /// <summary>The first begins after the second has ended.</summary>
    Follows = 4,

    /// <summary>The second is a part of the first.</summary>
    Includes = 5,

    /// <summary>The first needs the second.</summary>
    Requires = 6,
}
