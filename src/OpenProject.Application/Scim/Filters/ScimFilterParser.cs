using OpenProject.Application.Common;

namespace OpenProject.Application.Scim.Filters;

/// <summary>
/// Parses filters: <c>not</c> and brackets bind closest, then <c>and</c>, then <c>or</c>; words and operators in any case. What is
/// beyond the limits is refused before anything is made of it.
/// </summary>
public sealed class ScimFilterParser
{
    /// <summary>Longest filter, in characters.</summary>
    public const int LengthLimit = 16 * 1024;

    /// <summary>Deepest nesting of brackets.</summary>
    public const int DepthLimit = 50;

    /// <summary>Most tests in one filter.</summary>
    public const int TestLimit = 500;

    private static readonly Dictionary<string, ScimOperator> Operators =
        Enum.GetValues<ScimOperator>().ToDictionary(o => o.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly ScimLexer lexer;
    private int depth;
    private int tests;

    private ScimFilterParser(ScimLexer lexer) => this.lexer = lexer;

    /// <summary>The tree of a filter.</summary>
    /// <exception cref="ProblemException"><see cref="ScimErrors.InvalidFilter"/>.</exception>
    public static ScimFilter Parse(string text)
    {
        if (text.Length > LengthLimit)
            throw ScimErrors.Filter($"it is longer than {LengthLimit} characters.");
        var parser = new ScimFilterParser(new ScimLexer(text, ScimErrors.Filter));
        var filter = parser.Or();
        return parser.lexer.AtEnd ? filter : throw parser.lexer.Wrong("Something is too much");
    }

    /// <summary>The tree of what stands in the brackets of a path, up to the closing one.</summary>
    internal static ScimFilter Inside(ScimLexer lexer) => new ScimFilterParser(lexer).Or();

    private ScimFilter Or()
    {
        List<ScimFilter> parts = [And()];
        while (lexer.Word("or"))
            parts.Add(And());
        return parts is [var only] ? only : new ScimFilter.Any(parts);
    }

    private ScimFilter And()
    {
        List<ScimFilter> parts = [Unary()];
        while (lexer.Word("and"))
            parts.Add(Unary());
        return parts is [var only] ? only : new ScimFilter.All(parts);
    }

    private ScimFilter Unary()
    {
        lexer.Blanks();
        var filter = Term();
        lexer.Blanks();
        return filter;
    }

    private ScimFilter Term()
    {
        if (lexer.Sign('('))
            return Bracketed(')');
        var name = lexer.Name();
        if (name.Length == 0)
            throw lexer.Wrong("The name of an attribute is expected");
        if (lexer.Sign('['))
            return Complex(name);
        var parted = lexer.Blanks();
        if (name.Equals("not", StringComparison.OrdinalIgnoreCase) && lexer.Sign('('))
            return new ScimFilter.Not(Bracketed(')'));
        return parted ? Test(name) : throw lexer.Wrong("An operator is expected");
    }

    private ScimFilter.Within Complex(string name)
    {
        var within = new ScimFilter.Within(name, Bracketed(']'));
        if (!lexer.Sign('.'))
            return within;

        // emails[type eq "work"].value eq "x": the same element, which Entra ID asks for and the grammar does not have.
        var sub = lexer.Name();
        if (sub.Length == 0 || !lexer.Blanks())
            throw lexer.Wrong("An operator is expected");
        return new ScimFilter.Within(name, new ScimFilter.All([within.Part, Test(sub)]));
    }

    private ScimFilter Test(string name)
    {
        if (++tests > TestLimit)
            throw lexer.Wrong($"More than {TestLimit} tests");
        var word = lexer.Name();
        if (word.Equals("pr", StringComparison.OrdinalIgnoreCase))
            return new ScimFilter.Present(name);
        if (!Operators.TryGetValue(word, out var comparison))
            throw lexer.Wrong("An operator is expected");
        return lexer.Blanks() ? new ScimFilter.Test(name, comparison, lexer.Value()) : throw lexer.Wrong("A value is expected");
    }

    private ScimFilter Bracketed(char end)
    {
        if (++depth > DepthLimit)
            throw lexer.Wrong($"Brackets are nested more than {DepthLimit} times");
        var filter = Or();
        depth--;
        return lexer.Sign(end) ? filter : throw lexer.Wrong($"'{end}' is expected");
    }
}
