using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes a plain attribute.</summary>
public sealed class PropertyWriter<TEntity, TDto, TValue>(Property<TEntity, TDto, TValue> property) : FieldWriter<TDto>(property.Name)
    where TEntity : class
    where TDto : class, IResourceDto
{
    private readonly Func<TDto, TValue> get = property.Get;
    private readonly Func<TDto, Application.Permissions.Access, bool>? isShown = property.IsShown;
    private readonly bool omitsNull = property.IsOmittedWhenNull;
    private readonly Action<Utf8JsonWriter, TValue> write = ValueWriters.For<TValue>();

    /// <inheritdoc/>
    public override bool Differs(TDto one, TDto other) => !EqualityComparer<TValue>.Default.Equals(get(one), get(other));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (isShown is not null && !isShown(dto, scope.Access))
            return;
        var value = get(dto);
        if (omitsNull && value is null)
            return;
        json.WritePropertyName(EncodedName);
        write(json, value);
    }
}
