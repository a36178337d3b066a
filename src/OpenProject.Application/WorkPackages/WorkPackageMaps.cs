using AutoMapper;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>Work package to its row; the names of linked resources are flattened joins.</summary>
public sealed class WorkPackageMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public WorkPackageMaps() => CreateMap<WorkPackage, WorkPackageDto>().ForMember(d => d.Custom, o => o.Ignore())
        .ForMember(d => d.AssigneeKind, o => o.MapFrom(w => w.Assignee == null ? null : (Domain.Principals.PrincipalKind?)w.Assignee.Kind))
        .ForMember(d => d.ResponsibleKind, o => o.MapFrom(w => w.Responsible == null ? null : (Domain.Principals.PrincipalKind?)w.Responsible.Kind))
        .ForMember(d => d.VersionStatus, o => o.MapFrom(w => w.Version == null ? null : (Domain.Versions.VersionStatus?)w.Version.Status))
        .ForMember(d => d.PhaseActive, o => o.MapFrom(w => w.Phase == null ? null : (bool?)w.Phase.Active))
        .ForMember(d => d.PhaseDefinitionId, o => o.MapFrom(w => w.Phase == null ? null : (long?)w.Phase.DefinitionId))
        .ForMember(d => d.ProjectHasPhases, o => o.MapFrom(w => w.Project == null ? null : (bool?)w.Project.Phases.Any(p => p.Active)))
        .ForMember(d => d.Ancestors, o => o.Ignore())
        .ForMember(d => d.Children, o => o.Ignore())
        .ForMember(d => d.ParentIsHidden, o => o.Ignore())
        .ForMember(d => d.IsSpanning, o => o.Ignore())
        .ForMember(d => d.CustomActions, o => o.Ignore())
        .ForMember(d => d.SpentMinutes, o => o.Ignore())
        .ForMember(d => d.IsWatched, o => o.Ignore())
        .ForMember(d => d.ViewerId, o => o.Ignore());
}
