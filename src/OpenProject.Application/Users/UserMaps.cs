using AutoMapper;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>User to its row.</summary>
public sealed class UserMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public UserMaps() => CreateMap<User, UserDto>()
        .ForMember(d => d.Custom, o => o.Ignore())
        .ForMember(d => d.HasAvatar, o => o.MapFrom(u => u.Avatar != null));
}
