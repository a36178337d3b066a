using AutoMapper;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Application.HelpTexts;

/// <summary>A help text to its row.</summary>
public sealed class HelpTextMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public HelpTextMaps() => CreateMap<HelpText, HelpTextDto>();
}
