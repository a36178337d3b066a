namespace OpenProject.Application.Bcf.OData;

/// <summary>A condition of OData's <c>$filter</c>, as parsed.</summary>
public abstract record ODataNode
{
    private ODataNode()
    {
    }

    /// <summary>One or the other.</summary>
    public sealed record Or(ODataNode Left, ODataNode Right) : ODataNode;

    /// <summary>Both.</summary>
    public sealed record And(ODataNode Left, ODataNode Right) : ODataNode;

    /// <summary>The opposite.</summary>
    public sealed record Not(ODataNode Inner) : ODataNode;

    /// <summary>A property compared with a value.</summary>
    public sealed record Compare(string Property, ODataOperator Operator, ODataValue Value) : ODataNode;

    /// <summary>A property that has one of some values.</summary>
    public sealed record In(string Property, IReadOnlyList<ODataValue> Values) : ODataNode;

    /// <summary>A text inside a property.</summary>
    public sealed record Match(string Property, ODataMatch Where, string Text) : ODataNode;

    /// <summary>A list of which an element fulfils a condition; in it the property <c>""</c> is the element.</summary>
    public sealed record AnyOf(string Property, ODataNode? Condition) : ODataNode;
}

/// <summary>How OData compares.</summary>
public enum ODataOperator
{
    /// <summary><c>eq</c></summary>
    Equal,

    /// <summary><c>ne</c></summary>
    NotEqual,

    /// <summary><c>gt</c></summary>
    Greater,

    /// <summary><c>ge</c></summary>
    GreaterOrEqual,

    /// <summary><c>lt</c></summary>
    Less,

    /// <summary><c>le</c></summary>
    LessOrEqual,
}

/// <summary>Where a text must be.</summary>
public enum ODataMatch
{
    /// <summary><c>contains</c></summary>
    Inside,

    /// <summary><c>startswith</c></summary>
    Start,

    /// <summary><c>endswith</c></summary>
    End,
}

/// <summary>A value of OData, as written.</summary>
/// <param name="Text">The text without quotes; null for <c>null</c>.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
public readonly record struct ODataValue(string? Text, bool IsQuoted);

/// <summary>One key of OData's <c>$orderby</c>.</summary>
/// <param name="Property">What is ordered by.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
public sealed record ODataOrder(string Property, bool IsDescending);

/// <summary>What a list is asked for, in the part of OData 4 that BCF API 2.1 section 1.1 takes over.</summary>
/// <param name="Filter">The condition; null for all.</param>
/// <param name="Orders">The order; empty for the list's own.</param>
/// <param name="Top">The most elements; null for all.</param>
/// <param name="Skip">How many elements are passed over.</param>
public sealed record ODataQuery(ODataNode? Filter, IReadOnlyList<ODataOrder> Orders, int? Top, int Skip)
{
    /// <summary>The condition as it was written, to know it again.</summary>
    public string FilterText { get; init; } = "";

    /// <summary>All, in the list's own order.</summary>
    public static ODataQuery Everything { get; } = new(null, [], null, 0);
}
