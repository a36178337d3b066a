using AutoMapper;
using OpenProject.Domain.CustomActions;

namespace OpenProject.Application.CustomActions;

/// <summary>Action to its row.</summary>
public sealed class CustomActionMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public CustomActionMaps() => CreateMap<CustomAction, CustomActionDto>();
}
