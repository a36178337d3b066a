using AutoMapper;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>User to the row of his preferences.</summary>
public sealed class UserPreferencesMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public UserPreferencesMaps() => CreateMap<User, UserPreferencesDto>().ForMember(p => p.Notifications, o => o.Ignore());
}
