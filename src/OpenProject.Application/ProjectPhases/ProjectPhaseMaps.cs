using AutoMapper;
using OpenProject.Domain.ProjectPhases;

namespace OpenProject.Application.ProjectPhases;

/// <summary>Phases and their definitions to their rows.</summary>
public sealed class ProjectPhaseMaps : Profile
{
    /// <summary>Declares the maps.</summary>
    public ProjectPhaseMaps()
    {
        CreateMap<ProjectPhase, ProjectPhaseDto>();
        CreateMap<ProjectPhaseDefinition, ProjectPhaseDefinitionDto>();
    }
}
