using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace OpenProject.Architecture.Tests.Documents;

/// <summary>A table of settings in Markdown, <c>| `Section:Name` | `default` | meaning |</c>, beside the classes that hold them.</summary>
internal static partial class SettingsTable
{
    /// <summary>The settings of a document, with their defaults; blank where none is written.</summary>
    public static Dictionary<string, string> Read(string markdown) =>
        Row().Matches(markdown).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value, StringComparer.Ordinal);

    /// <summary>The classes that a validator checks when the server starts: all settings that there are.</summary>
    public static IEnumerable<Type> Classes(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .Distinct();

    /// <summary>The settings of a class with their defaults.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Type options)
    {
        var section = options.GetField("Section")?.GetRawConstantValue() is string name ? name + ":" : "";
        var fresh = Activator.CreateInstance(options);
        return options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => KeyValuePair.Create(section + property.Name, Text(property.GetValue(fresh))));
    }

    private static string Text(object? value) => value is bool flag ? (flag ? "true" : "false") : FormattableString.Invariant($"{value}");

    [GeneratedRegex(@"^\| `(?<name>[\w:]+)` \|(?: `(?<value>[^`]*)`)? \|[^|]+\|[^|\S]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
