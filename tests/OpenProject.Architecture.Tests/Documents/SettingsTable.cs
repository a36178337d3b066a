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

    /// <summary>The settings of a class with their defaults; those of named things once, under <c>NAME</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Type options) =>
        Of(options, options.GetField("Section")?.GetRawConstantValue() is string name ? name + ":" : "");

    private static IEnumerable<KeyValuePair<string, string>> Of(Type type, string above)
    {
        var fresh = Activator.CreateInstance(type);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return
        [
            .. properties.Where(property => property.CanWrite).Select(property => KeyValuePair.Create(above + property.Name, Text(property.GetValue(fresh)))),
            .. properties.Where(property => IsNamed(property.PropertyType))
                .SelectMany(property => Of(property.PropertyType.GetGenericArguments()[1], $"{above}{property.Name}:NAME:")),
        ];
    }

    private static bool IsNamed(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>);

    private static string Text(object? value) => value is bool flag ? (flag ? "true" : "false") : FormattableString.Invariant($"{value}");

    [GeneratedRegex(@"^\| `(?<name>[\w:]+)` \|(?: `(?<value>[^`]*)`)? \|[^|]+\|[^|\S]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
