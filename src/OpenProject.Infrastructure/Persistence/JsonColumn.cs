using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Keeps a value that no query looks into as JSON text. The values are immutable: a changed one is another one.</summary>
internal static class JsonColumn
{
    /// <summary>Stores the property as JSON.</summary>
    public static PropertyBuilder<TValue> AsJson<TValue>(this PropertyBuilder<TValue> property)
        where TValue : class
    {
        property.HasConversion(
            new ValueConverter<TValue, string>(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<TValue>(text, JsonSerializerOptions.Default)!),
            new ValueComparer<TValue>(
                (left, right) => Text(left) == Text(right),
                value => Text(value).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }

    /// <summary>The value as it is stored; the compiled models call it too.</summary>
    public static string Text<TValue>(TValue? value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Default);
}
