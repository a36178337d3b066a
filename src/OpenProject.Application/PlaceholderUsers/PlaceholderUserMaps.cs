using AutoMapper;
using OpenProject.Domain.PlaceholderUsers;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>Placeholder user to its row.</summary>
public sealed class PlaceholderUserMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public PlaceholderUserMaps() => CreateMap<PlaceholderUser, PlaceholderUserDto>();
}
