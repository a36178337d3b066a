using AutoMapper;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

/// <summary>Query to its row; what is no single value is filled by the enricher.</summary>
public sealed class SavedQueryMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public SavedQueryMaps() => CreateMap<SavedQuery, SavedQueryDto>()
        .ForMember(d => d.Hidden, o => o.MapFrom(q => q.View == null))
        .ForMember(d => d.ProjectKind, o => o.MapFrom(q => q.Project == null ? null : (Domain.Projects.ProjectKind?)q.Project.Kind))
        .ForMember(d => d.TimelineLabels, o => o.Ignore())
        .ForMember(d => d.HighlightedAttributes, o => o.Ignore())
        .ForMember(d => d.Timestamps, o => o.Ignore())
        .ForMember(d => d.Columns, o => o.Ignore())
        .ForMember(d => d.SortBy, o => o.Ignore())
        .ForMember(d => d.Conditions, o => o.Ignore())
        .ForMember(d => d.Filters, o => o.Ignore())
        .ForMember(d => d.Self, o => o.Ignore())
        .ForMember(d => d.MayChange, o => o.Ignore())
        .ForMember(d => d.MayManage, o => o.Ignore());
}
