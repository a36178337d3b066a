using AutoMapper;
using OpenProject.Domain.Installations;

namespace OpenProject.Application.Installations;

/// <summary>The installation to what may be known about it.</summary>
public sealed class InstallationMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public InstallationMaps() =>
        CreateMap<Installation, InstallationDto>().ForMember(d => d.Uuid, map => map.MapFrom(i => i.Uuid.ToString()));
}
