using AutoMapper;
using OpenProject.Domain.FileLinks;

namespace OpenProject.Application.FileLinks;

/// <summary>File link to its row.</summary>
public sealed class FileLinkMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public FileLinkMaps() => CreateMap<FileLink, FileLinkDto>()
        .ForMember(d => d.StorageHasPassword, map => map.MapFrom(f => f.Storage.ProtectedPassword != null));
}
