using AutoMapper;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Fields, options and items to their rows.</summary>
public sealed class CustomFieldMaps : Profile
{
    /// <summary>Declares the maps.</summary>
    public CustomFieldMaps()
    {
        CreateMap<CustomField, CustomFieldDto>();
        CreateMap<CustomOption, CustomOptionDto>();
        CreateMap<HierarchyItem, HierarchyItemDto>().ForMember(d => d.Children, o => o.Ignore());
    }
}
