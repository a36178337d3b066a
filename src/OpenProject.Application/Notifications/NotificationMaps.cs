using AutoMapper;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Notifications;

/// <summary>Notification to its row.</summary>
public sealed class NotificationMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public NotificationMaps() => CreateMap<Notification, NotificationDto>()
        .ForMember(d => d.ActorKind, o => o.MapFrom(n => n.Actor == null ? null : (PrincipalKind?)n.Actor.Kind));
}
