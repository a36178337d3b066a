using AutoMapper;
using OpenProject.Domain.Reminders;

namespace OpenProject.Application.Reminders;

/// <summary>Reminder to its row.</summary>
public sealed class ReminderMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ReminderMaps() => CreateMap<Reminder, ReminderDto>();
}
