using AutoMapper;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Categories;

/// <summary>Category to its row.</summary>
public sealed class CategoryMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public CategoryMaps() => CreateMap<Category, CategoryDto>()
        .ForMember(d => d.DefaultAssigneeKind, o => o.MapFrom(c => c.DefaultAssignee == null ? null : (PrincipalKind?)c.DefaultAssignee.Kind));
}
