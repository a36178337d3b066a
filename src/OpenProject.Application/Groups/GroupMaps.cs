using AutoMapper;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Groups;

/// <summary>Group to its row.</summary>
public sealed class GroupMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public GroupMaps() => CreateMap<Group, GroupDto>().ForMember(d => d.Members, o => o.Ignore());
}
