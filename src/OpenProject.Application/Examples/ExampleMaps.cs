using AutoMapper;

namespace OpenProject.Application.Examples;

/// <summary>An example to its row.</summary>
public sealed class ExampleMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ExampleMaps() => CreateMap<Example, ExampleDto>();
}
