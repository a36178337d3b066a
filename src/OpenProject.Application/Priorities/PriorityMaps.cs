using AutoMapper;
using OpenProject.Domain.Priorities;

namespace OpenProject.Application.Priorities;

/// <summary>Priority to its row.</summary>
public sealed class PriorityMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public PriorityMaps() => CreateMap<Priority, PriorityDto>();
}
