using AutoMapper;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Activities;

/// <summary>A journal to its row; what it changed is no part of it but follows from the one before.</summary>
public sealed class ActivityMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ActivityMaps() => CreateMap<WorkPackageJournal, ActivityDto>().ForMember(a => a.Details, o => o.Ignore());
}
