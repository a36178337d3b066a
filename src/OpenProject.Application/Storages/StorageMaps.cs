using AutoMapper;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Storage to its row.</summary>
public sealed class StorageMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public StorageMaps() => CreateMap<Storage, StorageDto>()
        .ForMember(d => d.HasPassword, map => map.Ignore())
        .ForMember(d => d.Connection, map => map.Ignore())
        .ForMember(d => d.Configured, map => map.Ignore())
        .ForMember(d => d.CredentialsId, map => map.MapFrom(s => s.Credentials == null ? null : (long?)s.Credentials.Id));
}
