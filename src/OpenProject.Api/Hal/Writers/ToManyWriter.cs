using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes links to any number of resources as an array.</summary>
public sealed class ToManyWriter<TEntity, TDto>(ToMany<TEntity, TDto> links) : FieldWriter<TDto>(links.Name)
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>Writes the bodies of those targets that are visible.</summary>
    public void WriteEmbedded(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (scope.Embedded is null || (links.IsShown is { } shown && !shown(dto, scope.Access)))
            return;
        json.WriteStartArray(EncodedName);
        foreach (var target in links.Get(dto))
            scope.Embedded.Find(target)?.Accept(scope.Documents);
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (links.IsShown is { } shown && !shown(dto, scope.Access))
            return;
        var targets = links.Get(dto);
        if (targets.Count == 0 && links.IsOmittedWhenEmpty)
            return;
        json.WriteStartArray(EncodedName);
        foreach (var target in targets)
            LinkJson.Write(json, target);
        json.WriteEndArray();
    }
}
