using AutoMapper;
using OpenProject.Domain.Statuses;

namespace OpenProject.Application.Statuses;

/// <summary>Status to its row.</summary>
public sealed class StatusMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public StatusMaps() => CreateMap<Status, StatusDto>();
}
