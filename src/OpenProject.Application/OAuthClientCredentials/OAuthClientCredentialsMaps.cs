using AutoMapper;
using OpenProject.Domain.OAuthClientCredentials;

namespace OpenProject.Application.OAuthClientCredentials;

/// <summary>Credentials to their row.</summary>
public sealed class OAuthClientCredentialsMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public OAuthClientCredentialsMaps() => CreateMap<ClientCredentials, OAuthClientCredentialsDto>();
}
