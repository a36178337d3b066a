using System.Text.Json;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>
/// Writes text as it was typed, without its HTML. Of a text that is too long there is a beginning, and beside it
/// <c>{name}Truncated</c> and <c>{name}Length</c>, so that nobody takes the beginning for all of it.
/// </summary>
internal sealed class SourceWriter<TEntity, TDto>(Property<TEntity, TDto, Formattable> property, int? longest) : FieldWriter<TDto>(property.Name)
    where TEntity : class
    where TDto : class, IResourceDto
{
    private readonly Func<TDto, Formattable> get = property.Get;
    private readonly Func<TDto, Access, bool>? isShown = property.IsShown;
    private readonly JsonEncodedText truncated = HalJson.Encode(property.Name + "Truncated");
    private readonly JsonEncodedText length = HalJson.Encode(property.Name + "Length");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (isShown is not null && !isShown(dto, scope.Access))
            return;
        var text = get(dto);
        var isLong = longest is { } most && text.Raw?.Length > most;
        json.WriteStartObject(EncodedName);
        json.WriteString(Names.Format, text.Format);
        json.WriteString(Names.Raw, isLong ? Beginning(text.Raw!, longest!.Value) : text.Raw);
        json.WriteEndObject();
        if (!isLong)
            return;
        json.WriteBoolean(truncated, true);
        json.WriteNumber(length, text.Raw!.Length);
    }

    // No half of a surrogate pair.
    private static ReadOnlySpan<char> Beginning(string text, int most) => text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most);
}
