using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>What text a custom field takes.</summary>
internal static class CustomText
{
    private static readonly ConcurrentDictionary<string, Regex> Expressions = new(StringComparer.Ordinal);

    /// <summary>The text itself.</summary>
    /// <exception cref="BrokenRule">It is too short or too long, does not match the field's expression, or is no address where it must be one.</exception>
    public static string Checked(CustomFieldDefinition field, string text)
    {
        if (field.MinLength > 0 && text.Length < field.MinLength)
            throw new BrokenRule(field.Name, $"{field.Label} is too short (minimum is {field.MinLength} characters).");
        if (field.MaxLength > 0 && text.Length > field.MaxLength)
            throw new BrokenRule(field.Name, $"{field.Label} is too long (maximum is {field.MaxLength} characters).");
        if (field.Pattern is { Length: > 0 } pattern && !Expressions.GetOrAdd(pattern, CustomField.Expression).IsMatch(text))
            throw new BrokenRule(field.Name, $"{field.Label} is invalid.");
        if (field.Format == CustomFieldFormat.Link && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
            throw new BrokenRule(field.Name, $"{field.Label} is invalid.");
        return text;
    }
}
