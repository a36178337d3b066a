using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes a link to one resource, with a null href when there is none.</summary>
public sealed class ToOneWriter<TEntity, TDto>(ToOne<TEntity, TDto> link) : FieldWriter<TDto>(link.Name)
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>Writes the target's body where it is embedded and visible.</summary>
    public void WriteEmbedded(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (scope.Embedded is null || (link.IsShown is { } shown && !shown(dto, scope.Access)))
            return;
        if (link.Get(dto) is not { } target || scope.Embedded.Find(target) is not { } document)
            return;
        json.WritePropertyName(EncodedName);
        document.Accept(scope.Documents);
    }

    /// <inheritdoc/>
    public override bool Differs(TDto one, TDto other) => link.Get(one)?.Href != link.Get(other)?.Href;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (link.IsShown is { } shown && !shown(dto, scope.Access))
            return;
        if (link.Get(dto) is { } target)
        {
            json.WritePropertyName(EncodedName);
            LinkJson.Write(json, target);
        }
        else if (!link.IsOmittedWhenNull)
        {
            json.WritePropertyName(EncodedName);
            LinkJson.Write(json, href: null);
        }
    }
}
