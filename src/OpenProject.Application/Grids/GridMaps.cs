using AutoMapper;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Grid to its row; the widgets are no flat value.</summary>
public sealed class GridMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public GridMaps() => CreateMap<Grid, GridDto>().ForMember(g => g.Widgets, o => o.Ignore());
}
