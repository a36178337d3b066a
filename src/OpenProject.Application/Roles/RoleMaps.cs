using AutoMapper;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Roles;

/// <summary>Role to its row.</summary>
public sealed class RoleMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public RoleMaps() => CreateMap<Role, RoleDto>();
}
