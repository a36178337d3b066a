using AutoMapper;
using OpenProject.Domain.Sprints;

namespace OpenProject.Application.Sprints;

/// <summary>A sprint to its row.</summary>
public sealed class SprintMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public SprintMaps() => CreateMap<Sprint, SprintDto>();
}
