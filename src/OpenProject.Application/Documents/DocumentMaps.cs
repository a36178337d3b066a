using AutoMapper;
using OpenProject.Domain.Documents;

namespace OpenProject.Application.Documents;

/// <summary>A document to its row.</summary>
public sealed class DocumentMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public DocumentMaps() => CreateMap<Document, DocumentDto>();
}
