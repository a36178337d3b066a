using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.OData;

/// <summary>
/// Parses <c>$filter</c>: <c>or</c> binds weaker than <c>and</c>, that weaker than <c>not</c>; comparisons of a property with a
/// value, <c>in</c>, <c>contains</c>, <c>startswith</c>, <c>endswith</c> and <c>list/any(x: ...)</c>. <c>tolower</c> and
/// <c>toupper</c> may stand around properties and texts; as texts are compared without regard to case, they change nothing.
/// </summary>
internal sealed class ODataFilterParser
{
    private const int DeepestNesting = 50;
    private const int MostTokens = 400;
    private const int MostValues = 100;

    private readonly List<ODataToken> tokens;
    private int at;
    private int depth;
    private string? element;

    private ODataFilterParser(List<ODataToken> tokens) => this.tokens = tokens;

    private ODataToken Ahead => tokens[at];

    /// <summary>The condition of a text.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static ODataNode Parse(string text)
    {
        var cut = ODataTokens.Of(text);
        if (cut.Count > MostTokens)
            throw Refused("It is too long.");
        var parser = new ODataFilterParser(cut);
        var node = parser.Alternatives();
        return parser.Ahead.Kind == ODataTokenKind.End ? node : throw parser.Unexpected();
    }

    internal static ProblemException Refused(string reason) => new(new Problem.InvalidQuery("$filter is invalid. " + reason));

    private ODataNode Alternatives()
    {
        if (++depth > DeepestNesting)
            throw Refused("It is nested too deeply.");
        var node = Conjunction();
        while (TryWord("or"))
            node = new ODataNode.Or(node, Conjunction());
        depth--;
        return node;
    }

    private ODataNode Conjunction()
    {
        var node = Negation();
        while (TryWord("and"))
            node = new ODataNode.And(node, Negation());
        return node;
    }

    private ODataNode Negation()
    {
        if (!TryWord("not"))
            return Primary();
        if (++depth > DeepestNesting)
            throw Refused("It is nested too deeply.");
        var inner = Negation();
        depth--;
        return new ODataNode.Not(inner);
    }

    private ODataNode Primary()
    {
        if (TrySign("("))
        {
            var inner = Alternatives();
            Sign(")");
            return inner;
        }

        if (Ahead.Kind == ODataTokenKind.Word && Matching(Ahead.Text) is { } where && tokens[at + 1] is { Text: "(", Kind: ODataTokenKind.Sign })
            return Truth(Function(where));
        if (Ahead.Kind is ODataTokenKind.Text or ODataTokenKind.Literal || IsWord("null"))
        {
            var value = Value();
            var mirrored = Mirror(Operator());
            return new ODataNode.Compare(Property(), mirrored, value);
        }

        var property = Property();
        if (TrySign("/"))
            return AnyOf(property);
        if (TryWord("in"))
            return new ODataNode.In(property, Values());
        var comparison = Operator();
        return new ODataNode.Compare(property, comparison, Value());
    }

    private ODataNode.Match Function(ODataMatch where)
    {
        at++;
        Sign("(");
        var property = Property();
        Sign(",");
        var text = Value();
        Sign(")");
        return new ODataNode.Match(property, where, text.Text is { } wanted && text.IsQuoted ? wanted : throw Refused("A text is expected in the function."));
    }

    // "contains(...) eq true" says the same.
    private ODataNode Truth(ODataNode node)
    {
        if (!TryWord("eq"))
            return node;
        if (TryWord("true"))
            return node;
        return TryWord("false") ? new ODataNode.Not(node) : throw Unexpected();
    }

    private ODataNode.AnyOf AnyOf(string property)
    {
        if (!TryWord("any") || element is not null)
            throw Unexpected();
        Sign("(");
        if (TrySign(")"))
            return new ODataNode.AnyOf(property, null);
        element = Word();
        Sign(":");
        var condition = Alternatives();
        element = null;
        Sign(")");
        return new ODataNode.AnyOf(property, condition);
    }

    private string Property()
    {
        if (TryWord("tolower") || TryWord("toupper"))
        {
            Sign("(");
            var inner = Property();
            Sign(")");
            return inner;
        }

        var name = Word();
        return element is null ? name : name == element ? "" : throw Refused($"'{name}' is not the element's name.");
    }

    private ODataValue Value()
    {
        if (TryWord("null"))
            return new ODataValue(null, IsQuoted: false);
        if (TryWord("tolower") || TryWord("toupper"))
        {
            Sign("(");
            var inner = Value();
            Sign(")");
            return inner;
        }

        var token = Ahead;
        if (token.Kind is not (ODataTokenKind.Text or ODataTokenKind.Literal))
            throw Unexpected();
        at++;
        return new ODataValue(token.Text, token.Kind == ODataTokenKind.Text);
    }

    private List<ODataValue> Values()
    {
        Sign("(");
        var values = new List<ODataValue> { Value() };
        while (TrySign(","))
        {
            if (values.Count == MostValues)
                throw Refused($"A list has more than {MostValues} values.");
            values.Add(Value());
        }

        Sign(")");
        return values;
    }

    private ODataOperator Operator() => Word() switch
    {
        "eq" => ODataOperator.Equal,
        "ne" => ODataOperator.NotEqual,
        "gt" => ODataOperator.Greater,
        "ge" => ODataOperator.GreaterOrEqual,
        "lt" => ODataOperator.Less,
        "le" => ODataOperator.LessOrEqual,
        var other => throw Refused($"'{other}' is no operator."),
    };

    private static ODataOperator Mirror(ODataOperator comparison) => comparison switch
    {
        ODataOperator.Greater => ODataOperator.Less,
        ODataOperator.GreaterOrEqual => ODataOperator.LessOrEqual,
        ODataOperator.Less => ODataOperator.Greater,
        ODataOperator.LessOrEqual => ODataOperator.GreaterOrEqual,
        var same => same,
    };

    private static ODataMatch? Matching(string word) => word switch
    {
        "contains" => ODataMatch.Inside,
        "startswith" => ODataMatch.Start,
        "endswith" => ODataMatch.End,
        _ => null,
    };

    private bool IsWord(string word) => Ahead.Kind == ODataTokenKind.Word && Ahead.Text == word;

    private bool TryWord(string word)
    {
        if (!IsWord(word))
            return false;
        at++;
        return true;
    }

    private string Word()
    {
        if (Ahead.Kind != ODataTokenKind.Word)
            throw Unexpected();
        return tokens[at++].Text;
    }

    private bool TrySign(string sign)
    {
        if (Ahead.Kind != ODataTokenKind.Sign || Ahead.Text != sign)
            return false;
        at++;
        return true;
    }

    private void Sign(string sign)
    {
        if (!TrySign(sign))
            throw Unexpected();
    }

    private ProblemException Unexpected() => Refused(Ahead.Kind == ODataTokenKind.End ? "It ends too early." : $"'{Ahead.Text}' is not expected there.");
}
