namespace OpenProject.Domain.Common;

/// <summary>Colours as the API writes them.</summary>
public static class Color
{
    /// <summary>Longest stored colour: <c>#RRGGBB</c>.</summary>
    public const int Limit = 7;

    /// <summary>The colour itself, or null.</summary>
    /// <exception cref="BrokenRule">Neither null nor <c>#</c> and six hexadecimal digits.</exception>
    internal static string? Checked(string? value)
    {
        if (value is null || (value.Length == Limit && value[0] == '#' && value.AsSpan(1).IndexOfAnyExcept(Hex) < 0))
            return value;
        throw new BrokenRule("color", "Color is invalid.");
    }

    private static readonly System.Buffers.SearchValues<char> Hex = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
