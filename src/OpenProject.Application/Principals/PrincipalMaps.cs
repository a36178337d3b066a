using AutoMapper;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Principals;

/// <summary>Principal to its row.</summary>
public sealed class PrincipalMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public PrincipalMaps() => CreateMap<Principal, PrincipalDto>();
}
