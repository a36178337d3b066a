using AutoMapper;
using OpenProject.Domain.Types;

namespace OpenProject.Application.Types;

/// <summary>Type to its row.</summary>
public sealed class TypeMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public TypeMaps() => CreateMap<WorkPackageType, TypeDto>();
}
