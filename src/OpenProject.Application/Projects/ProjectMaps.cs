using AutoMapper;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Project to its row.</summary>
public sealed class ProjectMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ProjectMaps() => CreateMap<Project, ProjectDto>().ForMember(d => d.Custom, o => o.Ignore())
        .ForMember(d => d.ParentKind, o => o.MapFrom(p => p.Parent == null ? null : (ProjectKind?)p.Parent.Kind))
        .ForMember(d => d.Ancestors, o => o.Ignore())
        .ForMember(d => d.ParentIsHidden, o => o.Ignore())
        .ForMember(d => d.Favorited, o => o.Ignore())
        .ForMember(d => d.Copied, o => o.Ignore());
}
