using System.Collections.Frozen;
using System.Text;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Resources;

/// <summary>The wire names of enumerations: members in snake case, e.g. <c>on_track</c>.</summary>
public static class Codes
{
    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Names[value];

    /// <summary>The value of that name, or null.</summary>
    public static T? Parse<T>(string? code)
        where T : struct, Enum => code is not null && Cache<T>.Values.TryGetValue(code, out var value) ? value : null;

    /// <summary>The value of that name, as an attribute is sent.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public static T Read<T>(string? code, string attribute)
        where T : struct, Enum =>
        Parse<T>(code) ?? throw new BrokenRule(attribute, $"{Labels.Of(attribute)} is not set to one of the allowed values.");

    /// <summary>All names, in order of declaration.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Snake(v.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
