using AutoMapper;
using OpenProject.Domain.Relations;

namespace OpenProject.Application.Relations;

/// <summary>Relation to its row.</summary>
public sealed class RelationMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public RelationMaps() => CreateMap<Relation, RelationDto>();
}
