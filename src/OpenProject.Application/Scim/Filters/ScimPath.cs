using OpenProject.Application.Common;

namespace OpenProject.Application.Scim.Filters;

/// <summary>Where a change happens (RFC 7644 section 3.5.2): <c>emails[type eq "work"].value</c>.</summary>
/// <param name="Name">The attribute, with URN and sub-attribute where no filter stands between.</param>
/// <param name="Filter">Which elements of a list; null when no filter is given.</param>
/// <param name="Sub">The sub-attribute behind the filter.</param>
public sealed record ScimPath(string Name, ScimFilter? Filter, string? Sub)
{
    /// <summary>Parses a path.</summary>
    /// <exception cref="ProblemException"><see cref="ScimErrors.InvalidPath"/>.</exception>
    public static ScimPath Parse(string text)
    {
        if (text.Length > ScimFilterParser.LengthLimit)
            throw Wrong($"it is longer than {ScimFilterParser.LengthLimit} characters.");
        var lexer = new ScimLexer(text, Wrong);
        lexer.Blanks();
        var name = lexer.Name();
        if (name.Length == 0)
            throw lexer.Wrong("The name of an attribute is expected");
        ScimFilter? filter = null;
        string? sub = null;
        if (lexer.Sign('['))
        {
            filter = ScimFilterParser.Inside(lexer);
            if (!lexer.Sign(']'))
                throw lexer.Wrong("']' is expected");
            if (lexer.Sign('.') && (sub = lexer.Name()).Length == 0)
                throw lexer.Wrong("The name of a sub-attribute is expected");
        }

        lexer.Blanks();
        return lexer.AtEnd ? new ScimPath(name, filter, sub) : throw lexer.Wrong("Something is too much");
    }

    private static ProblemException Wrong(string why) => ScimErrors.Of(ScimErrors.InvalidPath, "The path is invalid: " + why);
}
