using AutoMapper;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.OAuthApplications;

/// <summary>OAuth application to its row; the lists are filled by <see cref="OAuthApplicationLists"/>.</summary>
public sealed class OAuthApplicationMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public OAuthApplicationMaps() => CreateMap<OAuthApplication, OAuthApplicationDto>()
        .ForMember(d => d.ClientSecret, map => map.Ignore())
        .ForMember(d => d.Scopes, map => map.Ignore())
        .ForMember(d => d.RedirectUris, map => map.Ignore());
}
