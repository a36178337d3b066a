using AutoMapper;
using OpenProject.Domain.Meetings;

namespace OpenProject.Application.Meetings;

/// <summary>A meeting to its row.</summary>
public sealed class MeetingMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public MeetingMaps() => CreateMap<Meeting, MeetingDto>();
}
