using System.Text.Json;
using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>What results are written with.</summary>
/// <param name="Writers">The writers of all declarations.</param>
/// <param name="MaxBytes">How large a list may become.</param>
internal sealed record ResultScope(McpWriters Writers, int MaxBytes)
{
    /// <summary>Writes members of one resource into the object that is being written.</summary>
    public void WriteSelected<TDto>(Utf8JsonWriter json, Document<TDto> document, IReadOnlySet<string> names)
        where TDto : class, IResourceDto =>
        Writers.Single.For<TDto>().WriteMembers(json, document.Dto, document.Access, names, new HalDocumentWriter(json, Writers.Single));

    /// <summary>Writes all members of one resource into the object that is being written.</summary>
    public void WriteMembers<TDto>(Utf8JsonWriter json, Document<TDto> document)
        where TDto : class, IResourceDto =>
        WriteSelected(json, document, Writers.Single.For<TDto>().SelectableNames);

    /// <summary>Writes one resource or collection, whole.</summary>
    public void WriteDocument(Utf8JsonWriter json, IHalDocument document) => document.Accept(new HalDocumentWriter(json, Writers.Single));
}
