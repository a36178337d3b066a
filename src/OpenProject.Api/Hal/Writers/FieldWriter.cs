using System.Text.Json;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes one field of a row, name included, or nothing where the field is not shown.</summary>
public abstract class FieldWriter<TDto>(string name)
{
    /// <summary>The API's name.</summary>
    public string Name { get; } = name;

    /// <summary>The name, encoded once.</summary>
    protected JsonEncodedText EncodedName { get; } = HalJson.Encode(name);

    /// <summary>Whether two rows have other values.</summary>
    public virtual bool Differs(TDto one, TDto other) => false;

    /// <summary>Writes the member.</summary>
    public abstract void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope);
}
