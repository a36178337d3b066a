using AutoMapper;
using OpenProject.Domain.Views;

namespace OpenProject.Application.Views;

/// <summary>View to its row.</summary>
public sealed class ViewMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ViewMaps() => CreateMap<View, ViewDto>()
        .ForMember(d => d.QueryProjectKind, o => o.MapFrom(v => v.Query.Project == null ? null : (Domain.Projects.ProjectKind?)v.Query.Project.Kind));
}
